package io.parler.loadpost.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parler.id.AccountId;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.follow.FeedFollower.Result;
import io.parler.loadpost.follow.FollowedBlog.Entry;
import io.parler.loadpost.load.FeedLoader;
import io.parler.loadpost.load.LoadResult;
import io.parler.problem.UnavailableException;
import io.parler.request.RequestOptions;
import io.parler.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowTest {
    private static final AccountId ACCOUNT = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final AccountLimits LIMITS =
            new AccountLimits(OptionalLong.empty(), OptionalLong.empty());

    private final SettableClock clock = new SettableClock("2026-11-02T08:00:00Z");
    private final FollowedBlog blog = new FollowedBlog(clock);
    private final SubscriptionStoreInMemory store = new SubscriptionStoreInMemory();
    private final SeenPostStoreInMemory posts = new SeenPostStoreInMemory();
    private final List<PublishedPost> published = new ArrayList<>();
    private final List<Queued> queue = new ArrayList<>();
    private final FeedLoader loader = new FeedLoader(blog, new FeedReader(), clock);
    private final Subscriptions subscriptions =
            new Subscriptions(store, posts, this::enqueue, clock, new Random(1));
    private final FeedFollower follower =
            new FeedFollower(
                    new FeedFollower.Feeds(loader, loader),
                    store,
                    posts,
                    published::add,
                    this::enqueue,
                    clock);
    private final DueFeeds due = new DueFeeds(store, this::enqueue, clock);

    private record Queued(PollRequest request, Instant at) {}

    private void enqueue(AccountId account, PollRequest request, Duration delay) {
        queue.add(new Queued(request, clock.instant().plus(delay)));
    }

    @BeforeEach
    void threeOldPosts() {
        for (String name : List.of("first-light", "second-lamp", "third-boat")) {
            blog.publish(name);
            clock.advance(Duration.ofDays(1));
        }
    }

    private Subscription follow(boolean respeak, int postsPerDay, int latest) {
        Feed feed = ((LoadResult.Found<Feed>) loader.loadAgain(FollowedBlog.FEED)).value();
        SubscriptionSettings settings =
                new SubscriptionSettings(
                        Optional.of("Joanna"), RequestOptions.DEFAULT, respeak, postsPerDay, false);
        return added(subscriptions.create(ACCOUNT, LIMITS, feed, settings, latest)).subscription();
    }

    @Test
    void aFeedThatWasJustFollowedIsNotPolledAtOnce() {
        follow();
        int before = blog.polls.size();
        pass(Duration.ofMinutes(10));
        assertThat(blog.polls).hasSize(before);
    }

    private static Subscriptions.WithHook added(Subscriptions.Created created) {
        return ((Subscriptions.Created.Added) created).subscription();
    }

    private Subscription follow() {
        return follow(false, 10, 0);
    }

    /// Handles what is queued and due, and then lets a minute pass, as the schedule does.
    private void minute() {
        due.queue();
        workOff();
        clock.advance(Duration.ofMinutes(1));
    }

    private void workOff() {
        List<Queued> now = queue.stream().filter(it -> !it.at().isAfter(clock.instant())).toList();
        queue.removeAll(now);
        now.forEach(it -> follower.poll(it.request()));
    }

    private void pass(Duration time) {
        for (long minute = 0; minute < time.toMinutes(); minute++) {
            minute();
        }
    }

    private List<String> titles() {
        return published.stream()
                .map(post -> post.title().substring(post.title().indexOf(": ") + 2))
                .toList();
    }

    private Result call(Subscription subscription) {
        return follower.poll(new PollRequest(subscription.id(), clock.instant(), true));
    }

    private Subscription stored(Subscription subscription) {
        return store.get(subscription.id()).orElseThrow();
    }

    @Test
    void thePostsThatAreThereAreNotConvertedAndEachLaterOneIs() {
        follow();
        pass(Duration.ofHours(12));
        assertThat(published).isEmpty();

        blog.publish("fourth-storm");
        pass(Duration.ofHours(12));

        assertThat(titles()).containsExactly("fourth-storm");
        assertThat(published.getFirst().url())
                .contains("https://harbour.example/posts/fourth-storm/");
    }

    @Test
    void theNewestPostsAreConvertedIfThatIsWanted() {
        follow(false, 10, 2);
        pass(Duration.ofMinutes(2));
        assertThat(titles()).containsExactly("second-lamp", "third-boat");
    }

    @Test
    void aPostIsTheSameWhicheverPartOfItChanges() {
        follow();
        Entry post = blog.publish("fourth-storm");
        pass(Duration.ofDays(1));
        List<Entry> variants =
                List.of(
                        post.guid("tag:another"),
                        post.link("https://www.harbour.example/posts/fourth-storm?utm_source=rss"),
                        post.link("https://new-harbour.example/posts/fourth-storm/").guid("42"),
                        post.link("https://newer.example/posts/fourth-storm/")
                                .guid("43")
                                .date(clock.instant().plus(Duration.ofDays(1)))
                                .text("The blog moved to another host, and the text was edited."),
                        post.date(clock.instant().plus(Duration.ofDays(2))),
                        post.text("Quite another text, which has nothing of the earlier one."),
                        // Another blog engine: only title and date stay.
                        post.guid("https://harbour.example/?p=7")
                                .link("https://harbour.example/2026/11/storm")
                                .text("<![CDATA[<p>The <b>same</b> in other markup.</p>]]>"),
                        // Published again as a new post.
                        post.guid("tag:again")
                                .link("https://harbour.example/posts/fourth-storm-2/")
                                .date(clock.instant().plus(Duration.ofDays(3))));
        for (Entry variant : variants) {
            blog.entries.set(0, variant);
            pass(Duration.ofDays(2));
            assertThat(titles()).as(variant.toString()).containsExactly("fourth-storm");
        }
    }

    @Test
    void changesOneAfterAnotherAreFollowed() {
        follow();
        Entry post = blog.publish("fourth-storm");
        pass(Duration.ofDays(1));
        Entry moved = post.link("https://harbour.example/2026/storm");
        for (Entry variant :
                List.of(
                        moved.text("Short."),
                        moved.text("Short.").guid("tag:other"),
                        moved.text("Shorter.")
                                .guid("tag:other")
                                .link("https://harbour.example/x")
                                .date(Instant.parse("2026-11-20T00:00:00Z")))) {
            blog.entries.set(0, variant);
            pass(Duration.ofDays(1));
        }
        assertThat(titles()).containsExactly("fourth-storm");
    }

    @Test
    void aPostThatStandsInTheFeedTwiceIsConvertedOnce() {
        follow();
        Entry post = blog.publish("fourth-storm");
        blog.entries.addFirst(post);
        blog.entries.addFirst(post.guid("tag:copy").link("https://harbour.example/copy"));
        pass(Duration.ofDays(1));
        assertThat(titles()).containsExactly("fourth-storm");
    }

    @Test
    void aPostThatStandsInTheFeedWithTwoTextsIsNotSpokenAgainAtEachPoll() {
        follow(true, 10, 0);
        Entry post = blog.publish("fourth-storm");
        blog.entries.addFirst(post.guid("tag:copy").text("A short version of it."));
        pass(Duration.ofDays(3));
        assertThat(titles()).containsExactly("fourth-storm");
    }

    @Test
    void aFeedWhosePostsShareOneIdIsFollowed() {
        blog.entries.replaceAll(entry -> entry.guid("harbour"));
        follow();
        blog.entries.addFirst(FollowedBlog.entry("fourth-storm", clock.instant()).guid("harbour"));
        pass(Duration.ofDays(1));
        assertThat(titles()).containsExactly("fourth-storm");
    }

    @Test
    void anOldPostThatComesBackIntoTheFeedIsNotConverted() {
        blog.window = 2;
        follow();
        blog.entries.removeFirst(); // so the oldest one is in the feed
        pass(Duration.ofDays(2));
        assertThat(published).isEmpty();
    }

    @Test
    void anEditedPostIsConvertedAgainOnlyWhereThatIsWanted() {
        follow();
        blog.entries.replaceAll(entry -> entry);
        blog.entries.set(0, blog.entries.getFirst().text("Edited, and now of another length."));
        pass(Duration.ofDays(1));
        assertThat(published).isEmpty();

        Subscription before = store.list(ACCOUNT.storageKey()).getFirst();
        subscriptions.change(before, respeaking(before.settings()), LIMITS);
        blog.entries.set(0, blog.entries.getFirst().text("Edited once more, since it was wrong."));
        pass(Duration.ofDays(1));

        assertThat(titles()).containsExactly("third-boat");
        assertThat(published.getFirst().edition()).isEqualTo(2);
    }

    private static SubscriptionSettings respeaking(SubscriptionSettings settings) {
        return new SubscriptionSettings(
                settings.voice(), settings.options(), true, settings.postsPerDay(), false);
    }

    @Test
    void aFeedThatChangesItsFormatIsNotSpokenAgain() {
        for (int i = 0; i < 6; i++) {
            blog.publish("early-" + i);
        }
        follow(true, 10, 0);
        blog.entries.replaceAll(entry -> entry.text("Now an excerpt of " + entry.title()));
        pass(Duration.ofDays(1));
        assertThat(published).isEmpty();

        blog.entries.set(0, blog.entries.getFirst().text("A real edit, after that."));
        pass(Duration.ofDays(1));
        assertThat(published).hasSize(1);
    }

    @Test
    void postsAboveTheDailyCapWaitForTheNextDay() {
        follow(false, 2, 0);
        for (int i = 0; i < 5; i++) {
            blog.publish("batch-" + i);
        }
        pass(Duration.ofHours(15));
        assertThat(titles()).containsExactly("batch-0", "batch-1");
        pass(Duration.ofDays(2));
        assertThat(titles()).containsExactly("batch-0", "batch-1", "batch-2", "batch-3", "batch-4");
    }

    @Test
    void aPausedFeedIsNotPolled() {
        Subscription subscription = follow();
        pass(Duration.ofMinutes(1));
        SubscriptionSettings s = subscription.settings();
        subscriptions.change(
                subscription,
                new SubscriptionSettings(s.voice(), s.options(), false, 10, true),
                LIMITS);
        int polls = blog.polls.size();
        blog.publish("fourth-storm");
        pass(Duration.ofDays(2));
        assertThat(call(subscription)).isEqualTo(new Result.Unneeded());
        assertThat(blog.polls).hasSize(polls);

        subscriptions.change(stored(subscription), s, LIMITS);
        pass(Duration.ofMinutes(1));
        assertThat(titles()).containsExactly("fourth-storm");
    }

    @Test
    void aCallOfTheBlogPollsItsFeedAtOnce() {
        Subscription subscription = follow();
        workOff();
        clock.advance(Duration.ofMinutes(1));
        blog.publish("fourth-storm");
        assertThat(call(subscription)).isEqualTo(new Result.Polled(1));
        assertThat(titles()).containsExactly("fourth-storm");
    }

    @Test
    void aCallTooEarlyForTheNewFeedIsFollowedByASecondLook() {
        Subscription subscription = follow();
        workOff();
        clock.advance(Duration.ofMinutes(1));
        call(subscription);
        blog.publish("fourth-storm");
        pass(Duration.ofMinutes(4));
        assertThat(titles()).containsExactly("fourth-storm");
    }

    @Test
    void aThousandCallsAreAFewPolls() {
        Subscription subscription = follow();
        workOff();
        clock.advance(Duration.ofMinutes(5));
        int before = blog.polls.size();
        blog.publish("fourth-storm");
        for (int i = 0; i < 1000; i++) {
            queue.add(
                    new Queued(
                            new PollRequest(subscription.id(), clock.instant(), true),
                            clock.instant()));
            clock.advance(Duration.ofMillis(1));
        }
        for (int second = 0; second < 120; second++) {
            workOff();
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(titles()).containsExactly("fourth-storm");
        assertThat(queue).isEmpty();
        assertThat(blog.polls.size() - before).isLessThanOrEqualTo(2);
    }

    @Test
    void oneHostIsNeverPolledTwiceAtOnce() {
        Subscription first = follow();
        blog.feedUrl = "https://harbour.example/other.xml";
        Subscription other = follow();
        List<Result> during = new ArrayList<>();
        blog.onRequest =
                () -> {
                    if (during.isEmpty()) {
                        during.add(call(other));
                        during.add(call(first));
                    }
                };
        assertThat(call(first)).isInstanceOf(Result.Polled.class);
        assertThat(during).containsExactly(new Result.Delayed(), new Result.Delayed());

        clock.advance(Duration.ofSeconds(10));
        assertThat(call(other)).isInstanceOf(Result.Polled.class);
    }

    @Test
    void aPollThatCrashedIsRepeatedWithTheSameIdOfThePost() {
        Subscription subscription = follow();
        blog.publish("fourth-storm");
        List<String> ids = new ArrayList<>();
        FeedFollower crashing =
                new FeedFollower(
                        new FeedFollower.Feeds(loader, loader),
                        store,
                        new CrashingStore(posts),
                        post -> ids.add(post.postId()),
                        this::enqueue,
                        clock);
        PollRequest request = new PollRequest(subscription.id(), clock.instant(), false);
        assertThat(catchThrowable(() -> crashing.poll(request)))
                .isInstanceOf(UnavailableException.class);

        follower.poll(request);

        assertThat(ids).containsExactly(published.getFirst().postId());
    }

    private record CrashingStore(SeenPostStore posts) implements SeenPostStore {
        @Override
        public List<SeenPost> list(SubscriptionId subscription) {
            return posts.list(subscription);
        }

        @Override
        public void put(SubscriptionId subscription, Collection<SeenPost> added) {
            throw new UnavailableException("the table", new IllegalStateException("test"));
        }

        @Override
        public void delete(SubscriptionId subscription) {
            posts.delete(subscription);
        }
    }

    @Test
    void aSiteIsNotAskedBeforeItsRetryAfterNotEvenWhenTheBlogCalls() {
        Subscription subscription = follow();
        blog.status = 429;
        blog.retryAfter = "7200";
        assertThat(call(subscription)).isInstanceOf(Result.Failed.class);
        int polls = blog.polls.size();
        pass(Duration.ofMinutes(119));
        assertThat(call(subscription)).isEqualTo(new Result.Unneeded());
        assertThat(blog.polls).hasSize(polls);
        assertThat(stored(subscription).polls().problem()).isPresent();

        blog.status = 200;
        pass(Duration.ofMinutes(2));
        assertThat(blog.polls).hasSize(polls + 1);
        assertThat(stored(subscription).polls().problem()).isEmpty();
        assertThat(stored(subscription).polls().failures()).isZero();
    }

    @Test
    void aSiteThatFailsIsAskedLessAndLess() {
        follow();
        pass(Duration.ofMinutes(1));
        int before = blog.polls.size();
        blog.status = 500;
        pass(Duration.ofDays(3));
        // 20, 40, 80 minutes and so on, up to a day.
        assertThat(blog.polls.size() - before).isBetween(6, 9);
    }

    @Test
    void aMonthOfABlogConvertsEachPostOnce() {
        follow(true, 10, 0);
        List<String> expected = new ArrayList<>();
        Random random = new Random(20261101);
        for (int day = 0; day < 30; day++) {
            boolean asleep = day >= 12 && day < 20;
            if (!asleep && random.nextInt(3) > 0) {
                String name = "story-of-day-" + day;
                blog.publish(name);
                expected.add(name);
            }
            switch (day) {
                case 4 -> blog.status = 429;
                case 5 -> blog.status = 200;
                case 7 ->
                        blog.entries.replaceAll(
                                e -> e.guid("https://harbour.example/?p=" + e.title().hashCode()));
                case 9 ->
                        blog.entries.replaceAll(
                                e -> e.link(e.link().replace("harbour.example", "moved.example")));
                case 10 -> blog.feedUrl = "https://moved.example/feed.xml";
                case 14 -> blog.status = 500;
                case 16 -> blog.status = 200;
                case 21 -> blog.entries.replaceAll(e -> e.date(e.date().plus(Duration.ofDays(3))));
                case 24 -> blog.window = 30;
                case 26 -> blog.entries.removeFirst();
                default -> {}
            }
            pass(Duration.ofDays(1));
        }
        blog.status = 200;
        pass(Duration.ofDays(2));

        assertThat(new HashSet<>(titles())).hasSameSizeAs(titles());
        assertThat(titles()).isSubsetOf(expected);
        assertThat(expected.size() - titles().size()).isLessThanOrEqualTo(1);
        assertThat(published).allMatch(post -> post.edition() == 1);
        assertThat(blog.polls.size()).isBetween(100, 450);
    }

    @Test
    void theSameFeedIsFollowedOnceByAnAccount() {
        Subscription first = follow();
        Feed feed = ((LoadResult.Found<Feed>) loader.loadAgain(FollowedBlog.FEED)).value();
        assertThat(subscriptions.create(ACCOUNT, LIMITS, feed, first.settings(), 0))
                .isEqualTo(new Subscriptions.Created.FollowedAlready(first.id()));
    }

    @Test
    void anEarlierHookFindsNothingAfterARenewal() {
        Subscriptions.WithHook first = subscriptions.renewHook(follow()).orElseThrow();
        assertThat(subscriptions.call(first.secret())).isTrue();

        Subscriptions.WithHook second =
                subscriptions.renewHook(stored(first.subscription())).orElseThrow();

        assertThat(subscriptions.call(first.secret())).isFalse();
        assertThat(subscriptions.call(second.secret())).isTrue();
    }

    @Test
    void aDeletedSubscriptionIsNotPolled() {
        Subscription subscription = follow();
        subscriptions.delete(subscription);
        assertThat(call(subscription)).isEqualTo(new Result.Unneeded());
        assertThat(posts.list(subscription.id())).isEmpty();
    }
}
