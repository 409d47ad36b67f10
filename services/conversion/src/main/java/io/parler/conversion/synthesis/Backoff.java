package io.parler.conversion.synthesis;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Exponential backoff with full jitter: each delay is random, up to a limit that doubles, so that
/// callers that failed together do not retry together.
final class Backoff {
    /// How long a busy voice is called again and again, before the run gives up on its chunk.
    static final Duration MAX_RETRY_TIME = Duration.ofSeconds(60);

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
