package io.parler.status.aws;

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
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.status.ConversionStore;
import io.parler.status.State;
import io.parler.status.listen.PostAudioIndex;
import io.parler.status.listen.PostAudioStore;
import io.parler.status.plays.PlayStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Records the events of conversions, in whatever order and however often they are delivered.
public final class StatusRecorder implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(StatusRecorder.class);

    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    /// The events that end a conversion name its account.
    private static final Set<String> NAMES_ACCOUNT =
            Set.of(ConversionCompletedV1.TYPE, ConversionFailedV1.TYPE, ConversionDeletedV1.TYPE);

    private final ConversionStore conversions;
    private final PostAudioIndex posts;
    private final PlayStore plays;
    private final InstantSource clock;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    record Settings(
            Region region, String conversionsTable, String postAudioTable, String playsTable) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.text("CONVERSIONS_TABLE"),
                    environment.text("POST_AUDIO_TABLE"),
                    environment.text("PLAYS_TABLE"));
        }
    }

    private record AccountV1(String accountId) {}

    public StatusRecorder() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private StatusRecorder(Settings settings) {
        AwsClients clients = new AwsClients(settings.region());
        DynamoDbClient dynamo = clients.dynamoDb(LIMITS);
        this(
                new DynamoConversionStore(dynamo, settings.conversionsTable()),
                new DynamoPostAudioStore(dynamo, settings.postAudioTable()),
                new DynamoPlayStore(dynamo, settings.playsTable()),
                InstantSource.system(),
                new SqsRedelivery(clients.sqs(LIMITS)));
    }

    StatusRecorder(
            ConversionStore conversions,
            PostAudioStore posts,
            PlayStore plays,
            InstantSource clock,
            Redelivery redelivery) {
        this.conversions = conversions;
        this.plays = plays;
        this.clock = clock;
        this.posts = new PostAudioIndex(posts, conversions);
        this.consumer = QueueConsumer.ofEvents(this::record, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    private void record(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        ConversionId id = event.conversionId();
        if (event.type().equals(ConversionRequestedV1.TYPE)) {
            conversions.put(id, event.data(ConversionRequestedV1.class).toDomain());
            posts.add(id);
            log(event, true);
            return;
        }
        Optional<State> state = state(event);
        if (state.isPresent() && NAMES_ACCOUNT.contains(event.type())) {
            conversions.put(id, account(event));
        }
        if (event.type().equals(ConversionDeletedV1.TYPE)) {
            posts.remove(id);
            plays.delete(account(event), id, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        boolean stored = state.isPresent() && conversions.put(id, state.get());
        if (event.type().equals(ConversionCompletedV1.TYPE)) {
            posts.add(id);
        }
        log(event, stored);
    }

    private static AccountId account(CloudEvent event) throws UnreadableEvent {
        return AccountId.of(event.data(AccountV1.class).accountId());
    }

    /// Empty for a type that this version doesn't know.
    private static Optional<State> state(CloudEvent event) throws UnreadableEvent {
        Instant time = event.time();
        return switch (event.type()) {
            case ConversionStartedV1.TYPE ->
                    Optional.of(event.data(ConversionStartedV1.class).toDomain(time));
            case ConversionProgressedV1.TYPE ->
                    Optional.of(event.data(ConversionProgressedV1.class).toDomain(time));
            case ConversionCompletedV1.TYPE ->
                    Optional.of(event.data(ConversionCompletedV1.class).toDomain(time));
            case ConversionFailedV1.TYPE ->
                    Optional.of(event.data(ConversionFailedV1.class).toDomain(time));
            case ConversionDeletedV1.TYPE -> Optional.of(new State.Deleted(time));
            default -> Optional.empty();
        };
    }

    private static void log(CloudEvent event, boolean stored) {
        LOG.atInfo()
                .addKeyValue("conversionId", event.subject())
                .addKeyValue("type", event.type())
                .addKeyValue("eventId", event.id())
                .log(stored ? "event recorded" : "event outdated");
    }
}
