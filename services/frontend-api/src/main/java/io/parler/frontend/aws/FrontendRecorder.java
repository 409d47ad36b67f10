package io.parler.frontend.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryStore;
import io.parler.id.AccountId;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;

/// Lists the conversions that ended in the library, and takes deleted ones off the list.
public final class FrontendRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(FrontendRecorder.class);

    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final LibraryStore library;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    record Settings(Region region, String libraryTable) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"), environment.text("LIBRARY_TABLE"));
        }
    }

    public FrontendRecorder() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private FrontendRecorder(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        this(
                new DynamoLibraryStore(
                        clients.dynamoDb(LIMITS), settings.libraryTable(), InstantSource.system()),
                new SqsRedelivery(clients.sqs(LIMITS)));
    }

    FrontendRecorder(LibraryStore library, Redelivery redelivery) {
        this.library = library;
        this.consumer = QueueConsumer.ofEvents(this::record, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return consumer.handle(batch, context);
    }

    private void record(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        if (event.type().equals(ConversionDeletedV1.TYPE)) {
            delete(event);
            return;
        }
        LibraryEntry entry =
                switch (event.type()) {
                    case ConversionCompletedV1.TYPE -> ConversionCompletedV1.entry(event);
                    case ConversionFailedV1.TYPE -> ConversionFailedV1.entry(event);
                    default -> throw new UnreadableEvent("not for the library: " + event.type());
                };
        boolean stored = library.put(entry);
        LOG.atInfo()
                .addKeyValue("conversionId", entry.id().toString())
                .addKeyValue("type", event.type())
                .addKeyValue("attempt", entry.attempt())
                .addKeyValue("receiveCount", delivery.receiveCount())
                .addKeyValue("stored", stored)
                .log("conversion recorded");
    }

    /// Also when it is not listed: the event of its end may still be on the way.
    private void delete(CloudEvent event) throws UnreadableEvent {
        AccountId account = AccountId.of(event.data(ConversionDeletedV1.class).accountId());
        library.exclude(account.storageKey(), event.conversionId());
        LOG.atInfo().addKeyValue("conversionId", event.subject()).log("conversion deleted");
    }
}
