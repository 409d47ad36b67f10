package io.parler.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.logging.Correlation;
import io.parler.logging.LogContext;
import io.parler.logging.Metrics;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Handles a function's batch, each message on its own. One that fails is logged with its ids,
/// reported as a batch item failure, and delivered again after 5, 20, 80 and then 320 s, until the
/// queue's `maxReceiveCount` makes it a dead letter.
///
/// When the function's time is nearly up, the messages that are left are failures too: they are
/// delivered again, and nothing that was done is repeated.
public final class QueueConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(QueueConsumer.class);
    /// For redelivery after the work has run out of time, and then for the response.
    private static final Duration REDELIVERY_RESERVE = Duration.ofSeconds(2);

    private static final Duration RESPONSE_RESERVE = Duration.ofMillis(500);

    private final Work work;
    private final Redelivery redelivery;
    private final LongSupplier nanoTime;

    @FunctionalInterface
    private interface Work {
        void on(Parsed parsed, Delivery delivery) throws Exception;
    }

    /// A message's event, or why it has none.
    private record Parsed(@Nullable CloudEvent event, @Nullable UnreadableEvent problem) {
        static Parsed of(String body) {
            try {
                return new Parsed(CloudEvent.parse(body), null);
            } catch (UnreadableEvent e) {
                return new Parsed(null, e);
            }
        }

        CloudEvent orThrow() throws UnreadableEvent {
            if (event == null) {
                throw Objects.requireNonNull(problem);
            }
            return event;
        }

        String correlationId() {
            return Correlation.acceptOrCreate(event == null ? null : event.correlationId());
        }
    }

    private QueueConsumer(Work work, Redelivery redelivery, LongSupplier nanoTime) {
        this.work = work;
        this.redelivery = redelivery;
        this.nanoTime = nanoTime;
    }

    /// A consumer of events: any other message fails, and so becomes a dead letter.
    public static QueueConsumer ofEvents(EventHandler handler, Redelivery redelivery) {
        return ofEvents(handler, redelivery, System::nanoTime);
    }

    /// @param nanoTime a monotonic clock
    static QueueConsumer ofEvents(
            EventHandler handler, Redelivery redelivery, LongSupplier nanoTime) {
        return new QueueConsumer(
                (parsed, delivery) -> handler.handle(parsed.orThrow(), delivery),
                redelivery,
                nanoTime);
    }

    /// A consumer of messages, whether they are events or not.
    public static QueueConsumer ofMessages(MessageHandler handler, Redelivery redelivery) {
        return new QueueConsumer(
                (_, delivery) -> handler.handle(delivery), redelivery, System::nanoTime);
    }

    public SQSBatchResponse handle(SQSEvent batch, Context context) {
        Deadline end =
                Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()), nanoTime)
                        .minus(RESPONSE_RESERVE);
        Deadline workEnd = end.minus(REDELIVERY_RESERVE);
        List<BatchItemFailure> failures = new ArrayList<>();
        boolean first = true;
        for (SQSMessage message : batch.getRecords()) {
            boolean done =
                    (!first && workEnd.hasPassed())
                            ? postpone(message, end, context)
                            : handle(message, workEnd, end, context);
            if (!done) {
                failures.add(new BatchItemFailure(message.getMessageId()));
            }
            first = false;
        }
        return new SQSBatchResponse(failures);
    }

    private boolean handle(SQSMessage message, Deadline workEnd, Deadline end, Context context) {
        Parsed parsed = Parsed.of(Objects.requireNonNullElse(message.getBody(), ""));
        try (LogContext _ = LogContext.open(context.getAwsRequestId(), parsed.correlationId())) {
            Delivery delivery = delivery(message);
            try {
                workEnd.call(
                        () -> {
                            work.on(parsed, delivery);
                            return delivery;
                        });
                return true;
            } catch (Exception e) {
                report(e, parsed, delivery);
                redeliver(message, RedeliveryBackoff.after(e, delivery.receiveCount()), end);
                return false;
            }
        }
    }

    private boolean postpone(SQSMessage message, Deadline end, Context context) {
        Parsed parsed = Parsed.of(Objects.requireNonNullElse(message.getBody(), ""));
        try (LogContext _ = LogContext.open(context.getAwsRequestId(), parsed.correlationId())) {
            LOG.atWarn()
                    .addKeyValue("messageId", message.getMessageId())
                    .log("message stays in its queue: no time is left");
            redeliver(message, RedeliveryBackoff.FIRST, end);
            return false;
        }
    }

    /// If this fails, the message is delivered again when its visibility timeout ends. The other
    /// messages are still handled.
    private void redeliver(SQSMessage message, Duration delay, Deadline end) {
        try {
            end.call(
                    () -> {
                        redelivery.in(message, delay);
                        return message;
                    });
        } catch (Exception e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("messageId", message.getMessageId())
                    .log("redelivery waits for the visibility timeout");
        }
    }

    private static void report(Exception error, Parsed parsed, Delivery delivery) {
        CloudEvent event = parsed.event();
        LOG.atError()
                .setCause(error)
                .addKeyValue("messageId", delivery.messageId())
                .addKeyValue("receiveCount", delivery.receiveCount())
                .addKeyValue("type", event == null ? "unreadable" : event.type())
                .addKeyValue("conversionId", event == null ? "unknown" : event.subject())
                .addKeyValue("bytes", delivery.body().length())
                .log("message stays in its queue");
        Metrics.count("MessagesFailed", 1);
    }

    private static Delivery delivery(SQSMessage message) {
        Map<String, String> attributes =
                Objects.requireNonNullElse(message.getAttributes(), Map.of());
        return new Delivery(
                message.getMessageId(),
                Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")),
                Objects.requireNonNullElse(message.getBody(), ""),
                attributes);
    }
}
