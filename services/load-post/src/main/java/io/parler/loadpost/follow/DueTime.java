package io.parler.loadpost.follow;

import io.parler.loadpost.feed.UpdateHints;
import io.parler.loadpost.fetch.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// When a feed is polled next.
final class DueTime {
    /// A site that asks for more has made a mistake.
    static final Duration MAX_RETRY_AFTER = Duration.ofDays(7);

    private static final int HOURS_OF_A_WEEK = 7 * 24;
    private static final int MAX_DIGITS = 9;

    private DueTime() {}

    /// After a poll that succeeded. The feed's `ttl` counts up to a day. The hours and days that it
    /// wants to be left alone are skipped, unless these are all.
    static Instant after(Instant now, Duration pace, UpdateHints hints) {
        Duration ttl = hints.ttl().orElse(Duration.ZERO);
        Duration wait = ttl.compareTo(FeedPace.MAX) > 0 ? FeedPace.MAX : ttl;
        Instant due = now.plus(pace.compareTo(wait) > 0 ? pace : wait);
        Instant allowed = due;
        for (int hour = 0; hour < HOURS_OF_A_WEEK; hour++) {
            if (!isSkipped(allowed, hints)) {
                return allowed;
            }
            allowed = allowed.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return due;
    }

    private static boolean isSkipped(Instant time, UpdateHints hints) {
        OffsetDateTime utc = time.atOffset(ZoneOffset.UTC);
        return hints.skippedHours().contains(utc.getHour())
                || hints.skippedDays().contains(utc.getDayOfWeek());
    }

    /// After a poll that failed.
    static Instant afterFailure(Instant now, int failures, Optional<Instant> notBefore) {
        Instant due = now.plus(FeedPace.backoff(failures));
        return notBefore.filter(due::isBefore).orElse(due);
    }

    /// When the site may be asked again.
    ///
    /// @param retryAfter the site's header as sent, or empty
    static Optional<Instant> notBefore(String retryAfter, Instant now) {
        return parse(retryAfter, now)
                .filter(now::isBefore)
                .map(wanted -> earlier(wanted, now.plus(MAX_RETRY_AFTER)));
    }

    /// `Retry-After` (RFC 9110, section 10.2.3): seconds, or a date.
    private static Optional<Instant> parse(String retryAfter, Instant now) {
        boolean seconds =
                !retryAfter.isEmpty()
                        && retryAfter.length() <= MAX_DIGITS
                        && retryAfter.chars().allMatch(c -> c >= '0' && c <= '9');
        return seconds
                ? Optional.of(now.plusSeconds(Long.parseLong(retryAfter)))
                : HttpDate.parse(retryAfter);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
