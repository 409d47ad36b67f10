package io.parler.loadpost.follow;

import io.parler.hash.Sha256;
import io.parler.id.AccountId;
import io.parler.id.RandomText;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Creates, changes and deletes the subscriptions of accounts.
public final class Subscriptions {
    public static final int MAX_PER_ACCOUNT = 50;

    /// How many posts that are there already can be converted.
    public static final int MAX_LATEST = 10;

    private static final int SECRET_LENGTH = 40;

    /// A post that appears with an older date was not written after the subscription was made.
    private static final Duration MAX_BACKDATING = Duration.ofDays(30);

    private final SubscriptionStore store;
    private final SeenPostStore posts;
    private final PollQueue queue;
    private final InstantSource clock;
    private final RandomGenerator random;

    /// A subscription with the secret of its hook, which is shown once.
    public record WithHook(Subscription subscription, String secret) {}

    /// The result of creating a subscription.
    public sealed interface Created {
        record Added(WithHook subscription) implements Created {}

        record FollowedAlready(SubscriptionId id) implements Created {}

        record TooMany() implements Created {}
    }

    /// Subscriptions of a store.
    ///
    /// @param random secure, such as [java.security.SecureRandom]
    public Subscriptions(
            SubscriptionStore store,
            SeenPostStore posts,
            PollQueue queue,
            InstantSource clock,
            RandomGenerator random) {
        this.store = store;
        this.posts = posts;
        this.queue = queue;
        this.clock = clock;
        this.random = random;
    }

    /// Follows a feed. The posts that it has now are known and not converted, except for the newest
    /// ones if that is wanted.
    ///
    /// @param latest how many of the newest posts are converted
    public Created create(
            AccountId account,
            AccountLimits limits,
            Feed feed,
            SubscriptionSettings settings,
            int latest) {
        Optional<Subscription> same =
                store.list(account.storageKey()).stream()
                        .filter(other -> other.feedUrl().equals(feed.feedUrl()))
                        .findFirst();
        if (same.isPresent()) {
            return new Created.FollowedAlready(same.get().id());
        }
        Instant now = now();
        SubscriptionId id = SubscriptionId.generate(random);
        List<FeedPost> current = FeedPosts.of(feed);
        int converted = Math.min(latest, current.size());
        String secret = RandomText.of(SECRET_LENGTH, random);
        Subscription subscription =
                new Subscription(
                        id,
                        account,
                        feed.feedUrl(),
                        feed.title(),
                        settings,
                        limits,
                        since(current, converted, now),
                        Sha256.hex(secret),
                        now,
                        now,
                        PollState.initial(now, due(feed, converted, now)));
        posts.put(
                id,
                current.stream().skip(converted).map(post -> SeenPost.first(id, post)).toList());
        if (!store.add(subscription, MAX_PER_ACCOUNT)) {
            posts.delete(id);
            return new Created.TooMany();
        }
        if (converted > 0) {
            queue.send(account, new PollRequest(id, now, false), Duration.ZERO);
        }
        return new Created.Added(new WithHook(subscription, secret));
    }

    /// The feed was just loaded, so that the next poll has time, unless there are posts to convert.
    private static Instant due(Feed feed, int converted, Instant now) {
        return converted > 0 ? now : DueTime.after(now, FeedPace.of(feed, now, now), feed.hints());
    }

    private static Instant since(List<FeedPost> newestFirst, int converted, Instant now) {
        Instant earliest = now.minus(MAX_BACKDATING);
        Instant oldest = oldest(newestFirst).filter(earliest::isBefore).orElse(earliest);
        return oldest(newestFirst.subList(0, converted)).filter(oldest::isAfter).orElse(oldest);
    }

    private static Optional<Instant> oldest(List<FeedPost> feedPosts) {
        return feedPosts.stream()
                .map(FeedPost::post)
                .map(Post::published)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /// The subscriptions of an account, the oldest first.
    public List<Subscription> list(AccountId account) {
        return store.list(account.storageKey());
    }

    /// Empty when it isn't a subscription of this account.
    public Optional<Subscription> get(AccountId account, SubscriptionId id) {
        return store.get(id).filter(subscription -> subscription.account().equals(account));
    }

    /// Empty when it was deleted meanwhile. A subscription that is not paused any more is polled
    /// soon.
    public Optional<Subscription> change(
            Subscription before, SubscriptionSettings settings, AccountLimits limits) {
        Instant now = now();
        Subscription after = before.with(settings, limits, now);
        boolean resumed = before.settings().paused() && !settings.paused();
        return store.replace(
                        after, before.hookHash(), resumed ? Optional.of(now) : Optional.empty())
                ? Optional.of(after)
                : Optional.empty();
    }

    /// Gives a subscription another hook: the address that it had until now finds nothing any more.
    public Optional<WithHook> renewHook(Subscription before) {
        String secret = RandomText.of(SECRET_LENGTH, random);
        Subscription after = before.withHook(Sha256.hex(secret), now());
        return store.replace(after, before.hookHash(), Optional.empty())
                ? Optional.of(new WithHook(after, secret))
                : Optional.empty();
    }

    /// Queues a poll of the subscription whose blog called; false when no hook has this secret.
    public boolean call(String secret) {
        Optional<Subscription> found = store.findByHook(Sha256.hex(secret)).flatMap(store::get);
        found.ifPresent(
                subscription ->
                        queue.send(
                                subscription.account(),
                                new PollRequest(subscription.id(), clock.instant(), true),
                                Duration.ZERO));
        return found.isPresent();
    }

    public void delete(Subscription subscription) {
        store.delete(subscription);
        posts.delete(subscription.id());
    }

    public void deleteAll(AccountId account) {
        store.list(account.storageKey()).forEach(this::delete);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
