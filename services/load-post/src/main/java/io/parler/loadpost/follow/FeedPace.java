package io.parler.loadpost.follow;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How often a feed is polled: about ten times for each of its posts, from every ten minutes to
/// once a day.
final class FeedPace {
    static final Duration MIN = Duration.ofMinutes(10);
    static final Duration MAX = Duration.ofDays(1);

    private static final int POLLS_PER_POST = 10;

    /// How many of the newest posts tell the pace.
    private static final int MAX_POSTS = 10;

    private FeedPace() {}

    /// The pace of a feed as it is now.
    ///
    /// @param since when it was followed or had a post, for a feed without dates
    static Duration of(Feed feed, Instant since, Instant now) {
        return interval(
                feed.posts().stream().map(Post::published).flatMap(Optional::stream).toList(),
                since,
                now);
    }

    /// The time since the last post counts too: a feed that falls asleep is polled less and less.
    ///
    /// @param published the dates of its posts
    /// @param since when it was followed or had a post, for a feed without dates
    static Duration interval(List<Instant> published, Instant since, Instant now) {
        List<Instant> newest =
                published.stream()
                        .filter(date -> !date.isAfter(now))
                        .sorted(Comparator.reverseOrder())
                        .limit(MAX_POSTS)
                        .toList();
        Duration perPost =
                newest.isEmpty()
                        ? Duration.between(since, now)
                        : Duration.between(newest.getLast(), now).dividedBy(newest.size());
        return clamp(perPost.dividedBy(POLLS_PER_POST));
    }

    /// After polls that failed: twice as long each time.
    static Duration backoff(int failures) {
        int doublings = Math.min(failures, 10);
        return clamp(MIN.multipliedBy(1L << doublings));
    }

    private static Duration clamp(Duration interval) {
        if (interval.compareTo(MIN) < 0) {
            return MIN;
        }
        return interval.compareTo(MAX) > 0 ? MAX : interval;
    }
}
