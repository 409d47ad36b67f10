package io.parler.rate;

import io.parler.id.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;

/// How many calls an account may make in a minute of the clock.
public final class MinuteLimit {
    private final MinuteCounter counter;
    private final long defaultMax;
    private final InstantSource clock;

    /// @param defaultMax for an account that has no limit of its own
    public MinuteLimit(MinuteCounter counter, long defaultMax, InstantSource clock) {
        this.counter = counter;
        this.defaultMax = defaultMax;
        this.clock = clock;
    }

    /// A call that is one too many.
    ///
    /// @param delay until the next minute
    public record Exceeded(long max, Duration delay) {
        /// The value of the header `Retry-After`, in whole seconds.
        public String retryAfter() {
            return Long.toString(delay.plusNanos(999_999_999).toSeconds());
        }
    }

    /// Counts a call. Empty while it is within the limit.
    public Optional<Exceeded> count(AccountId account, OptionalLong ownMax) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        long max = ownMax.orElse(defaultMax);
        if (max > 0 && counter.count(account.storageKey(), minute, max)) {
            return Optional.empty();
        }
        return Optional.of(
                new Exceeded(max, Duration.between(now, minute.plus(1, ChronoUnit.MINUTES))));
    }
}
