package io.parler.status.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.status.ConversionId;
import io.parler.status.Conversions;
import io.parler.status.State;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what the events of conversions tell, in whatever order and however often they come.
public final class StatusRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger log = LoggerFactory.getLogger(StatusRecorder.class);

    private final Conversions conversions;
    private final QueueConsumer consumer;

    public StatusRecorder() {
        Settings settings = Settings.of(System.getenv(), "CONVERSIONS_TABLE");
        this(
                new DynamoConversions(Clients.dynamo(), settings.get("CONVERSIONS_TABLE")),
                new SqsRedelivery(Clients.sqs()));
    }

    StatusRecorder(Conversions conversions, Redelivery redelivery) {
        this.conversions = conversions;
        this.consumer = QueueConsumer.ofEvents(this::record, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    private void record(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        ConversionId id = subject(event);
        if (event.type().equals(ConversionRequestedV1.TYPE)) {
            conversions.asked(id, event.data(ConversionRequestedV1.class).asked());
            logged(event, true);
            return;
        }
        Optional<State> state = state(event);
        logged(event, state.isPresent() && conversions.reached(id, state.get()));
    }

    static ConversionId subject(CloudEvent event) throws UnreadableEvent {
        Optional<ConversionId> id = ConversionId.parse(event.subject());
        if (id.isEmpty()) {
            throw new UnreadableEvent("the event's subject is no conversion");
        }
        return id.get();
    }

    /// Empty for a type this doesn't know: there may be more one day.
    private static Optional<State> state(CloudEvent event) throws UnreadableEvent {
        Instant time = event.time();
        return switch (event.type()) {
            case ConversionStartedV1.TYPE ->
                    Optional.of(event.data(ConversionStartedV1.class).state(time));
            case ConversionProgressedV1.TYPE ->
                    Optional.of(event.data(ConversionProgressedV1.class).state(time));
            case ConversionCompletedV1.TYPE ->
                    Optional.of(event.data(ConversionCompletedV1.class).state(time));
            case ConversionFailedV1.TYPE ->
                    Optional.of(event.data(ConversionFailedV1.class).state(time));
            default -> Optional.empty();
        };
    }

    private static void logged(CloudEvent event, boolean news) {
        log.atInfo()
                .addKeyValue("conversionId", event.subject())
                .addKeyValue("type", event.type())
                .addKeyValue("eventId", event.id())
                .log(news ? "event recorded" : "event was no news");
    }
}
