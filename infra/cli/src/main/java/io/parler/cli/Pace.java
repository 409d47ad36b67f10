package io.parler.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How fast a text is spoken, and how long the rest will take. What was done long ago counts less,
/// so that one slow or fast answer moves the estimate only a little.
final class Pace {
    /// After this long an observation weighs a third of a new one.
    private static final double MEMORY_SECONDS = 15;

    /// Before, too little was seen to say anything.
    private static final double SETTLED_SECONDS = 2;

    private final InstantSource clock;
    private @Nullable Instant last;
    private long seen;
    private double characters;
    private double seconds;
    private double watched;

    Pace(InstantSource clock) {
        this.clock = clock;
    }

    record Estimate(double charactersPerSecond, Duration left) {}

    /// Takes note of how much is done now. What was done when it is first told is nobody's pace: it
    /// may have been spoken for an earlier conversion.
    Optional<Estimate> at(long done, long total) {
        Instant now = clock.instant();
        if (last != null && done > seen) {
            double passed = Duration.between(last, now).toNanos() / 1e9;
            double kept = Math.exp(-passed / MEMORY_SECONDS);
            characters = characters * kept + (done - seen);
            seconds = seconds * kept + passed;
            watched += passed;
        }
        if (last == null || done > seen) {
            last = now;
            seen = done;
        }
        if (watched < SETTLED_SECONDS) {
            return Optional.empty();
        }
        double rate = characters / seconds;
        return Optional.of(
                new Estimate(rate, Duration.ofMillis(Math.round(1000 * (total - done) / rate))));
    }
}
