package io.parler.loadpost.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.aws.Environment;
import io.parler.events.CloudEvent;
import io.parler.events.Delivery;
import io.parler.events.EventPublisher;
import io.parler.events.QueueConsumer;
import io.parler.events.Redelivery;
import io.parler.events.SqsRedelivery;
import io.parler.events.UnreadableEvent;
import io.parler.id.AccountId;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.follow.FeedFollower;
import io.parler.loadpost.follow.PollRequest;
import io.parler.loadpost.follow.Subscriptions;
import io.parler.loadpost.load.FeedLoader;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Polls the feeds whose polls were queued, and deletes the subscriptions of deleted accounts.
public final class FeedPoller implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final CallLimits LIMITS = CallLimits.within(Duration.ofSeconds(6));

    private static final String ACCOUNT_DELETED = "account.deleted.v1";

    private final FeedFollower follower;
    private final Subscriptions subscriptions;
    private final QueueConsumer consumer;

    /// The function's environment variables.
    record Settings(
            Region region,
            String allowedNetworks,
            URI publicOrigin,
            String pagesTable,
            String subscriptionsTable,
            String seenPostsTable,
            String pollsQueueUrl,
            String eventsTopicArn) {
        static Settings of(Environment environment) {
            return new Settings(
                    environment.region("AWS_REGION"),
                    environment.optionalText("ALLOWED_NETWORKS").orElse(""),
                    environment.address("PUBLIC_ORIGIN"),
                    environment.text("PAGES_TABLE"),
                    environment.text("SUBSCRIPTIONS_TABLE"),
                    environment.text("SEEN_POSTS_TABLE"),
                    environment.text("POLLS_QUEUE_URL"),
                    environment.text("EVENTS_TOPIC_ARN"));
        }
    }

    /// The fields of the event of a deleted account.
    private record AccountDeletedV1(String accountId) {}

    public FeedPoller() {
        this(Environment.read(System.getenv(), Settings::of));
    }

    private FeedPoller(Settings settings) {
        this(settings, new AwsClients(settings.region()), InstantSource.system());
    }

    private FeedPoller(Settings settings, AwsClients clients, InstantSource clock) {
        DynamoDbClient dynamo = clients.dynamoDb(LIMITS);
        SqsClient sqs = clients.sqs(LIMITS);
        var store = new DynamoSubscriptionStore(dynamo, settings.subscriptionsTable());
        var posts = new DynamoSeenPostStore(dynamo, settings.seenPostsTable());
        var queue = new SqsPollQueue(sqs, settings.pollsQueueUrl());
        WebClient web =
                new PageClients(
                                clients,
                                settings.allowedNetworks(),
                                settings.publicOrigin(),
                                settings.pagesTable(),
                                clock)
                        .cached();
        EventPublisher events =
                new EventPublisher(
                        clients.sns(LIMITS),
                        settings.eventsTopicArn(),
                        "/parler/load-post",
                        clock,
                        () -> UUID.randomUUID().toString());
        this(
                new FeedFollower(
                        new FeedFollower.Feeds(
                                new FeedLoader(web, new FeedReader(), clock),
                                new FeedLoader(web.revalidating(), new FeedReader(), clock)),
                        store,
                        posts,
                        new SnsPostPublisher(events),
                        queue,
                        clock),
                new Subscriptions(store, posts, queue, clock, new SecureRandom()),
                new SqsRedelivery(sqs));
    }

    FeedPoller(FeedFollower follower, Subscriptions subscriptions, Redelivery redelivery) {
        this.follower = follower;
        this.subscriptions = subscriptions;
        this.consumer = QueueConsumer.ofEvents(this::handle, redelivery);
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return consumer.handle(event, context);
    }

    private void handle(CloudEvent event, Delivery delivery) throws UnreadableEvent {
        switch (event.type()) {
            case PollMessage.TYPE -> poll(PollMessage.request(event));
            case ACCOUNT_DELETED ->
                    subscriptions.deleteAll(
                            AccountId.of(event.data(AccountDeletedV1.class).accountId()));
            default -> throw new UnreadableEvent("not for the poller: " + event.type());
        }
    }

    private void poll(PollRequest request) {
        FeedFollower.Result result = follower.poll(request);
        LOG.atInfo()
                .addKeyValue("subscriptionId", request.subscription().value())
                .addKeyValue("called", request.changed())
                .addKeyValue("result", result.getClass().getSimpleName())
                .addKeyValue("posts", result instanceof FeedFollower.Result.Polled(int n) ? n : 0)
                .log("poll handled");
    }
}
