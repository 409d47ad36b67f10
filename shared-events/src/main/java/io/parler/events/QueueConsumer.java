package io.parler.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.logging.Correlation;
import io.parler.logging.LogContext;
import io.parler.logging.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A function's batch of messages, each handled for itself: a failure is logged once with its ids,
/// reported as a batch item failure, and delivered again after 5, 20, 80 and then 320 s. The
/// queue's `maxReceiveCount` says when it becomes a dead letter.
public final class QueueConsumer {
    private static final Logger log = LoggerFactory.getLogger(QueueConsumer.class);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final int STEPS = 4;

    /// What can't be read now can't be read later either: its way to the dead letters is short.
    private static final Duration UNREADABLE_DELAY = Duration.ofSeconds(1);

    private final Work work;
    private final Redelivery redelivery;

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
            return Correlation.acceptOrMint(event == null ? null : event.correlationId());
        }
    }

    private QueueConsumer(Work work, Redelivery redelivery) {
        this.work = work;
        this.redelivery = redelivery;
    }

    /// A consumer of events; what is no event fails, and so becomes a dead letter.
    public static QueueConsumer ofEvents(EventHandler handler, Redelivery redelivery) {
        return new QueueConsumer(
                (parsed, delivery) -> handler.handle(parsed.orThrow(), delivery), redelivery);
    }

    /// A consumer of bodies as they are, events or not.
    public static QueueConsumer ofMessages(MessageHandler handler, Redelivery redelivery) {
        return new QueueConsumer((_, delivery) -> handler.handle(delivery), redelivery);
    }

    public SQSBatchResponse handle(SQSEvent batch, Context context) {
        List<BatchItemFailure> failures = new ArrayList<>();
        for (SQSMessage message : batch.getRecords()) {
            Parsed parsed = Parsed.of(Objects.requireNonNullElse(message.getBody(), ""));
            try (LogContext _ =
                    LogContext.open(context.getAwsRequestId(), parsed.correlationId())) {
                Delivery delivery = delivery(message);
                try {
                    work.on(parsed, delivery);
                } catch (Exception e) {
                    report(e, parsed, delivery);
                    redelivery.in(message, delay(e, delivery.receiveCount()));
                    failures.add(new BatchItemFailure(message.getMessageId()));
                }
            }
        }
        return new SQSBatchResponse(failures);
    }

    private static void report(Exception error, Parsed parsed, Delivery delivery) {
        CloudEvent event = parsed.event();
        log.atError()
                .setCause(error)
                .addKeyValue("messageId", delivery.messageId())
                .addKeyValue("receiveCount", delivery.receiveCount())
                .addKeyValue("type", event == null ? "unreadable" : event.type())
                .addKeyValue("conversionId", event == null ? "unknown" : event.subject())
                .addKeyValue("bytes", delivery.body().length())
                .log("message stays in its queue");
        Metrics.count("MessagesFailed", 1);
    }

    static Duration delay(Exception error, int receiveCount) {
        if (error instanceof UnreadableEvent) {
            return UNREADABLE_DELAY;
        }
        int step = Math.clamp(receiveCount, 1, STEPS) - 1;
        return FIRST_DELAY.multipliedBy(1L << (2 * step));
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
