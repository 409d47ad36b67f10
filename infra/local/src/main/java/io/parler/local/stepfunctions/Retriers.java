package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/// The retriers of one visit of a state: how often each has retried.
final class Retriers {
    private static final int DEFAULT_INTERVAL_SECONDS = 1;
    private static final int DEFAULT_MAX_ATTEMPTS = 3;
    private static final double DEFAULT_BACKOFF_RATE = 2.0;

    private final JsonNode retriers;
    private final int[] used;

    Retriers(JsonNode retriers) {
        this.retriers = retriers;
        this.used = new int[retriers.size()];
    }

    /// The pause before the next attempt; empty if there is none.
    Optional<Duration> pauseAfter(StateError error) {
        for (int i = 0; i < used.length; i++) {
            JsonNode retrier = retriers.get(i);
            if (error.isOneOf(retrier.path("ErrorEquals"))) {
                // The first that matches decides.
                return used[i] < retrier.path("MaxAttempts").asInt(DEFAULT_MAX_ATTEMPTS)
                        ? Optional.of(pause(retrier, used[i]++))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Duration pause(JsonNode retrier, int before) {
        double seconds =
                retrier.path("IntervalSeconds").asInt(DEFAULT_INTERVAL_SECONDS)
                        * Math.pow(
                                retrier.path("BackoffRate").asDouble(DEFAULT_BACKOFF_RATE), before);
        double max = retrier.path("MaxDelaySeconds").asDouble(Double.MAX_VALUE);
        return Duration.ofMillis((long) (Math.min(seconds, max) * 1000));
    }
}
