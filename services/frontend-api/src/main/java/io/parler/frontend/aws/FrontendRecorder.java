package io.parler.frontend.aws;

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
import io.parler.frontend.Library;
import io.parler.frontend.LibraryEntry;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes into the library how conversions ended.
public final class FrontendRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger log = LoggerFactory.getLogger(FrontendRecorder.class);

    private final Library library;
    private final QueueConsumer consumer;

    public FrontendRecorder() {
        this(Settings.of(System.getenv(), "LIBRARY_TABLE", "AWS_REGION"));
    }

    private FrontendRecorder(Settings settings) {
        this(
                new DynamoLibrary(
                        Clients.dynamoDb(settings.get("AWS_REGION")),
                        settings.get("LIBRARY_TABLE"),
                        Clock.systemUTC()),
                new SqsRedelivery(Clients.sqs(settings.get("AWS_REGION"))));
    }

    FrontendRecorder(Library library, Redelivery redelivery) {
        this.library = library;
        this.consumer = QueueConsumer.ofEvents(this::record, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return consumer.handle(batch, context);
    }

    private void record(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        LibraryEntry entry =
                switch (event.type()) {
                    case ConversionCompletedV1.TYPE -> ConversionCompletedV1.entry(event);
                    case ConversionFailedV1.TYPE -> ConversionFailedV1.entry(event);
                    default -> throw new UnreadableEvent("not for the library: " + event.type());
                };
        boolean kept = library.keep(entry);
        log.atInfo()
                .addKeyValue("conversionId", entry.id().value())
                .addKeyValue("type", event.type())
                .addKeyValue("attempt", entry.attempt())
                .addKeyValue("receiveCount", delivery.receiveCount())
                .addKeyValue("kept", kept)
                .log("conversion recorded");
    }
}
