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
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.frontend.LibraryStore;
import io.parler.frontend.Renaming;
import io.parler.frontend.account.LateConversions;
import io.parler.frontend.podcast.EpisodeRecorder;
import io.parler.frontend.podcast.EpisodeStore;
import io.parler.frontend.podcast.PodcastDeletion;
import io.parler.frontend.podcast.PodcastStore;
import io.parler.id.AccountId;
import io.parler.problem.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Lists conversions in the library, and completed ones in podcasts, and takes deleted ones off.
public final class FrontendRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(FrontendRecorder.class);

    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private final LibraryStore library;
    private final EpisodeRecorder recorder;
    private final PodcastDeletion podcastDeletion;
    private final LateConversions late;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    record Settings(
            Region region,
            String accountsTable,
            String libraryTable,
            String podcastsTable,
            String episodesTable,
            String eventsTopicArn) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("ACCOUNTS_TABLE"),
                    environment.text("LIBRARY_TABLE"),
                    environment.text("PODCASTS_TABLE"),
                    environment.text("EPISODES_TABLE"),
                    environment.text("EVENTS_TOPIC_ARN"));
        }
    }

    public FrontendRecorder() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private FrontendRecorder(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        DynamoDbClient dynamo = clients.dynamoDb(LIMITS);
        this(
                new DynamoLibraryStore(dynamo, settings.libraryTable(), InstantSource.system()),
                new DynamoPodcastStore(dynamo, settings.podcastsTable()),
                new DynamoEpisodeStore(dynamo, settings.episodesTable()),
                new LateConversions(
                        new DynamoAccountStore(dynamo, settings.accountsTable()),
                        SnsDeletionPublisher.of(clients.sns(LIMITS), settings.eventsTopicArn())),
                new SqsRedelivery(clients.sqs(LIMITS)));
    }

    FrontendRecorder(
            LibraryStore library,
            PodcastStore podcasts,
            EpisodeStore episodes,
            LateConversions late,
            Redelivery redelivery) {
        this.library = library;
        this.late = late;
        this.recorder = new EpisodeRecorder(podcasts, episodes, library);
        this.podcastDeletion = new PodcastDeletion(podcasts, episodes);
        this.consumer = QueueConsumer.ofEvents(this::record, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent batch, Context context) {
        return consumer.handle(batch, context);
    }

    private void record(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        switch (event.type()) {
            case ConversionCompletedV1.TYPE -> {
                Completed conversion = ConversionCompletedV1.entry(event);
                put(conversion, event, delivery);
                // Also when it was stored before: the delivery before this one may have failed
                // here.
                recorder.record(conversion);
            }
            case ConversionRequestedV1.TYPE -> putRequest(event, delivery);
            case ConversionFailedV1.TYPE -> put(ConversionFailedV1.entry(event), event, delivery);
            case ConversionRenamedV1.TYPE -> rename(event);
            case ConversionDeletedV1.TYPE -> delete(event);
            case AccountDeletedV1.TYPE -> deletePodcasts(event);
            default -> throw new UnreadableEvent("not for the library: " + event.type());
        }
    }

    private void putRequest(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        Running running = ConversionRequestedV1.entry(event);
        recorded(running, library.putRequest(running), event, delivery);
    }

    private void put(LibraryEntry entry, CloudEvent event, Delivery delivery) {
        recorded(entry, library.put(entry), event, delivery);
    }

    private void recorded(LibraryEntry entry, boolean stored, CloudEvent event, Delivery delivery) {
        LOG.atInfo()
                .addKeyValue("conversionId", entry.id().toString())
                .addKeyValue("type", event.type())
                .addKeyValue("attempt", entry.attempt())
                .addKeyValue("receiveCount", delivery.receiveCount())
                .addKeyValue("stored", stored)
                .log("conversion recorded");
        if (late.delete(entry.id(), AccountId.of(entry.accountId()))) {
            LOG.atInfo()
                    .addKeyValue("conversionId", entry.id().toString())
                    .log("conversion of a deleted account deleted");
        }
    }

    private void rename(CloudEvent event) throws UnreadableEvent {
        ConversionRenamedV1 data = event.data(ConversionRenamedV1.class);
        String account = AccountId.of(data.accountId()).storageKey();
        Renaming renaming =
                library.rename(account, event.conversionId(), data.title(), data.revision());
        if (renaming == Renaming.UNKNOWN) {
            throw new UnavailableException("the request of the conversion is not recorded yet");
        }
        // Also when it is outdated: the delivery before this one may have failed here.
        recorder.rename(account, event.conversionId());
        LOG.atInfo()
                .addKeyValue("conversionId", event.subject())
                .addKeyValue("renaming", renaming)
                .log("title of a conversion recorded");
    }

    /// Also when it is not listed: the event of its end may still be on the way.
    private void delete(CloudEvent event) throws UnreadableEvent {
        AccountId account = AccountId.of(event.data(ConversionDeletedV1.class).accountId());
        library.exclude(account.storageKey(), event.conversionId());
        recorder.remove(account.storageKey(), event.conversionId());
        LOG.atInfo().addKeyValue("conversionId", event.subject()).log("conversion deleted");
    }

    /// The conversions of the account are deleted by events of their own.
    private void deletePodcasts(CloudEvent event) throws UnreadableEvent {
        AccountId account = AccountId.of(event.data(AccountDeletedV1.class).accountId());
        podcastDeletion.deleteAll(account.storageKey());
        LOG.atInfo().addKeyValue("accountId", account.value()).log("podcasts deleted");
    }
}
