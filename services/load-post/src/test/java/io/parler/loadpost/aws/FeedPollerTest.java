package io.parler.loadpost.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.parler.events.CloudEvent;
import io.parler.events.Redelivery;
import io.parler.id.AccountId;
import io.parler.loadpost.Fixtures;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.follow.AccountLimits;
import io.parler.loadpost.follow.DueFeeds;
import io.parler.loadpost.follow.FeedFollower;
import io.parler.loadpost.follow.PollRequest;
import io.parler.loadpost.follow.PublishedPost;
import io.parler.loadpost.follow.SeenPostStoreInMemory;
import io.parler.loadpost.follow.SubscriptionSettings;
import io.parler.loadpost.follow.SubscriptionStoreInMemory;
import io.parler.loadpost.follow.Subscriptions;
import io.parler.loadpost.load.FakeWebClient;
import io.parler.loadpost.load.FeedLoader;
import io.parler.loadpost.load.LoadResult;
import io.parler.request.RequestOptions;
import io.parler.testing.Contract;
import io.parler.testing.LambdaContext;
import io.parler.testing.SettableClock;
import io.parler.testing.SqsBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeedPollerTest {
    private static final String FEED = "https://harbour.example/feed.xml";

    /// That of the examples.
    private static final AccountId ACCOUNT = AccountId.of("acc_q7c2mzk4w5tdx3hb");

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30.125Z");
    private final FakeWebClient sites = new FakeWebClient().xml(FEED, Fixtures.read("feed.xml"));
    private final SubscriptionStoreInMemory store = new SubscriptionStoreInMemory();
    private final SeenPostStoreInMemory posts = new SeenPostStoreInMemory();
    private final List<String> queue = new ArrayList<>();
    private final List<PublishedPost> published = new ArrayList<>();
    private final FeedLoader loader = new FeedLoader(sites, new FeedReader(), clock);
    private final Subscriptions subscriptions =
            new Subscriptions(store, posts, this::enqueue, clock, new Random(1));
    private final FeedPoller poller =
            new FeedPoller(
                    new FeedFollower(
                            new FeedFollower.Feeds(loader, loader),
                            store,
                            posts,
                            published::add,
                            this::enqueue,
                            clock),
                    subscriptions,
                    Redelivery.afterVisibilityTimeout());
    private final FeedScheduler scheduler =
            new FeedScheduler(new DueFeeds(store, this::enqueue, clock));

    private void enqueue(AccountId account, PollRequest request, Duration delay) {
        queue.add(PollMessage.of(request));
    }

    private void follow(int latest) {
        Feed feed = ((LoadResult.Found<Feed>) loader.loadAgain(FEED)).value();
        var settings =
                new SubscriptionSettings(
                        Optional.of("Joanna"), RequestOptions.DEFAULT, false, 10, false);
        var limits = new AccountLimits(OptionalLong.of(500_000), OptionalLong.empty());
        assertThat(subscriptions.create(ACCOUNT, limits, feed, settings, latest))
                .isInstanceOf(Subscriptions.Created.Added.class);
    }

    @Test
    void aQueuedPollPublishesNewPostsAsTheContractSays() {
        follow(1);
        assertThat(SqsBatch.failures(poller, queue.getFirst())).isEmpty();
        assertThat(published).hasSize(1);

        PublishedPost post = published.getFirst();
        CloudEvent event =
                CloudEvent.of(
                        "id",
                        "/parler/load-post",
                        PostPublishedV1.TYPE,
                        post.subscription().id() + "/" + post.postId(),
                        clock.instant(),
                        "correlation",
                        PostPublishedV1.of(post));
        Contract.assertValid("events/post.published.v1", event.json());
    }

    @Test
    void aPostWithoutAnAddressIsNamedByItsFeed() {
        follow(1);
        poller.handleRequest(SqsBatch.of(queue.getFirst()), new LambdaContext());
        PublishedPost post = published.getFirst();
        PublishedPost nameless =
                new PublishedPost(
                        post.subscription(),
                        post.postId(),
                        2,
                        FEED,
                        "tag:7",
                        Optional.empty(),
                        "",
                        Optional.empty());
        assertThat(PostPublishedV1.of(nameless).source())
                .isEqualTo(new PostPublishedV1.SourceV1(null, FEED, "tag:7"));
    }

    @Test
    void theScheduleQueuesWhatIsDueOnce() {
        follow(0);
        var _ = scheduler.handleRequest(new ScheduledEvent(), new LambdaContext());
        assertThat(queue).isEmpty();

        clock.advance(Duration.ofDays(1));
        var _ = scheduler.handleRequest(new ScheduledEvent(), new LambdaContext());
        var _ = scheduler.handleRequest(new ScheduledEvent(), new LambdaContext());
        assertThat(queue).hasSize(1);

        clock.advance(Duration.ofMinutes(11)); // the message was lost
        var _ = scheduler.handleRequest(new ScheduledEvent(), new LambdaContext());
        assertThat(queue).hasSize(2);
    }

    @Test
    void theSubscriptionsOfADeletedAccountAreDeleted() {
        follow(1);
        assertThat(SqsBatch.failures(poller, Contract.event("account.deleted.v1"))).isEmpty();
        assertThat(subscriptions.list(ACCOUNT)).isEmpty();
        assertThat(SqsBatch.failures(poller, queue.getFirst())).isEmpty();
    }

    @Test
    void anythingElseBecomesADeadLetter() {
        assertThat(
                        SqsBatch.failures(
                                poller,
                                "{}",
                                Contract.event("conversion.deleted.v1"),
                                Contract.event("account.deleted.v1")))
                .containsExactly("m-0", "m-1");
    }
}
