package io.parler.loadpost.follow;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.loadpost.load.FeedLoader;
import io.parler.loadpost.load.LoadResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Polls a feed when that is requested, and publishes its new posts. Two polls of a subscription,
/// or of a host, never run at once.
public final class FeedFollower {
    /// Longer than the function may run.
    static final Duration LEASE = Duration.ofMinutes(2);

    /// Between two polls of a feed, however often its blog calls.
    static final Duration MIN_INTERVAL = Duration.ofSeconds(30);

    /// While another poll of the feed or its host runs.
    static final Duration BUSY_DELAY = Duration.ofSeconds(10);

    /// A blog may call before all servers have its new feed.
    static final Duration SECOND_LOOK = Duration.ofMinutes(2);

    private final Feeds feeds;
    private final SubscriptionStore subscriptions;
    private final PollQueue queue;
    private final NewPosts newPosts;
    private final InstantSource clock;

    /// Load feeds: as the cache allows, or always asking their sites.
    public record Feeds(FeedLoader cached, FeedLoader revalidating) {}

    /// The result of a poll request.
    public sealed interface Result {
        /// The feed was read.
        ///
        /// @param posts how many were published
        record Polled(int posts) implements Result {}

        record Failed(PollProblem problem) implements Result {}

        /// The request was queued again.
        record Delayed() implements Result {}

        /// An earlier poll answered it, the site wants no request now, or the subscription is
        /// paused or gone.
        record Unneeded() implements Result {}
    }

    public FeedFollower(
            Feeds feeds,
            SubscriptionStore subscriptions,
            SeenPostStore posts,
            PostPublisher publisher,
            PollQueue queue,
            InstantSource clock) {
        this.feeds = feeds;
        this.subscriptions = subscriptions;
        this.queue = queue;
        this.newPosts = new NewPosts(posts, publisher);
        this.clock = clock;
    }

    public Result poll(PollRequest request) {
        Optional<Subscription> found = needed(request);
        if (found.isEmpty()) {
            return new Result.Unneeded();
        }
        Subscription subscription = found.get();
        Instant now = clock.instant();
        Optional<Instant> tooSoonUntil =
                subscription
                        .polls()
                        .polledAt()
                        .map(polledAt -> polledAt.plus(MIN_INTERVAL))
                        .filter(now::isBefore);
        if (tooSoonUntil.isPresent()) {
            return delayed(subscription, request, Duration.between(now, tooSoonUntil.get()));
        }
        return leased(
                "subscription#" + subscription.id(),
                subscription,
                request,
                () ->
                        leased(
                                "host#" + host(subscription.feedUrl()),
                                subscription,
                                request,
                                () -> pollLeased(request)));
    }

    private Optional<Subscription> needed(PollRequest request) {
        Instant now = clock.instant();
        return subscriptions
                .get(request.subscription())
                .filter(subscription -> !subscription.settings().paused())
                .filter(subscription -> !subscription.polls().answers(request))
                .filter(
                        subscription ->
                                subscription.polls().notBefore().filter(now::isBefore).isEmpty());
    }

    private Result delayed(Subscription subscription, PollRequest request, Duration delay) {
        queue.send(subscription.account(), request, delay);
        return new Result.Delayed();
    }

    @FunctionalInterface
    private interface Poll {
        Result run();
    }

    private Result leased(String name, Subscription subscription, PollRequest request, Poll poll) {
        Instant now = clock.instant();
        if (!subscriptions.lease(name, now, now.plus(LEASE))) {
            return delayed(subscription, request, BUSY_DELAY);
        }
        try {
            return poll.run();
        } finally {
            subscriptions.release(name);
        }
    }

    /// Reads the subscription again: a poll that ended a moment ago may have answered the request.
    private Result pollLeased(PollRequest request) {
        Optional<Subscription> found = needed(request);
        if (found.isEmpty()) {
            return new Result.Unneeded();
        }
        Subscription subscription = found.get();
        Instant startedAt = clock.instant();
        FeedLoader loader = request.changed() ? feeds.revalidating() : feeds.cached();
        return switch (loader.loadAgain(subscription.feedUrl())) {
            case LoadResult.Failed<Feed> failed -> failed(subscription, failed, startedAt);
            case LoadResult.Found<Feed>(Feed feed) ->
                    polled(subscription, feed, request, startedAt);
        };
    }

    private Result failed(
            Subscription subscription, LoadResult.Failed<Feed> failed, Instant startedAt) {
        PollState polls = subscription.polls();
        Optional<Instant> notBefore = DueTime.notBefore(failed.retryAfter(), startedAt);
        PollProblem problem = new PollProblem(failed.problem(), failed.detail());
        subscriptions.replacePolls(
                subscription.id(),
                polls.failed(
                        problem,
                        startedAt,
                        DueTime.afterFailure(startedAt, polls.failures() + 1, notBefore),
                        notBefore));
        return new Result.Failed(problem);
    }

    private Result polled(
            Subscription subscription, Feed feed, PollRequest request, Instant startedAt) {
        int published = newPosts.publish(subscription, feed, startedAt);
        Instant due = DueTime.after(startedAt, pace(subscription, feed, startedAt), feed.hints());
        Instant soon = startedAt.plus(SECOND_LOOK);
        boolean looksAgain = request.changed() && published == 0 && soon.isBefore(due);
        subscriptions.replacePolls(
                subscription.id(),
                subscription.polls().succeeded(published, startedAt, looksAgain ? soon : due));
        return new Result.Polled(published);
    }

    private static Duration pace(Subscription subscription, Feed feed, Instant now) {
        Instant since = subscription.polls().postAt().orElse(subscription.createdAt());
        return FeedPace.of(feed, since, now);
    }

    private static String host(String url) {
        try {
            return WebAddress.parse(url).host();
        } catch (InvalidAddressException e) {
            return url;
        }
    }
}
