package io.parler.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Estimates the speed of a conversion and the time left, with an exponentially weighted average.
/// One slow or fast step changes the estimate only a little.
final class ProgressEstimator {
    /// After this time an observation has a third of its weight.
    private static final double DECAY_SECONDS = 15;

    /// No estimate before this much time was observed.
    private static final double MIN_OBSERVED_SECONDS = 2;

    private final InstantSource clock;
    private @Nullable Instant last;
    private long lastDone;
    private double characters;
    private double seconds;
    private double observed;

    ProgressEstimator(InstantSource clock) {
        this.clock = clock;
    }

    record Estimate(double charactersPerSecond, Duration left) {}

    /// Records the progress and returns the current estimate. Progress at the first call does not
    /// count: it may be audio cached from an earlier conversion.
    Optional<Estimate> update(long done, long total) {
        Instant now = clock.instant();
        if (last != null && done > lastDone) {
            double elapsed = Duration.between(last, now).toNanos() / 1e9;
            double decay = Math.exp(-elapsed / DECAY_SECONDS);
            characters = characters * decay + (done - lastDone);
            seconds = seconds * decay + elapsed;
            observed += elapsed;
        }
        if (last == null || done > lastDone) {
            last = now;
            lastDone = done;
        }
        if (observed < MIN_OBSERVED_SECONDS) {
            return Optional.empty();
        }
        double rate = characters / seconds;
        return Optional.of(
                new Estimate(rate, Duration.ofMillis(Math.round(1000 * (total - done) / rate))));
    }
}
