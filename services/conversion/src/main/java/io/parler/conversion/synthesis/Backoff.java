package io.parler.conversion.synthesis;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Waits between tries: each a random part of a limit that doubles (full jitter), so that callers
/// who were refused together don't come back together.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration MAX = Duration.ofSeconds(8);

    private final RandomGenerator random;
    private Duration limit = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        Duration delay = Duration.ofNanos(random.nextLong(limit.toNanos() + 1));
        Duration doubled = limit.multipliedBy(2);
        limit = doubled.compareTo(MAX) < 0 ? doubled : MAX;
        return delay;
    }
}
