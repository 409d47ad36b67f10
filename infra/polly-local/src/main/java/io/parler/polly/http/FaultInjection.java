package io.parler.polly.http;

import java.util.SplittableRandom;

/// Faults to inject. The seed and the number of the call alone decide which calls are affected.
///
/// @param latencyMillis delay before each response
/// @param throttleRate share of the calls that get a ThrottlingException
/// @param failureRate share of the calls that get a ServiceFailureException, a 500
/// @param cutRate share of the calls whose connection is closed in the middle of the audio
public record FaultInjection(
        int latencyMillis, double throttleRate, double failureRate, double cutRate, long seed) {
    public static final FaultInjection NONE = new FaultInjection(0, 0, 0, 0, 1);

    /// What happens to one call.
    enum Outcome {
        SERVED,
        THROTTLED,
        FAILED,
        CUT
    }

    public FaultInjection {
        if (latencyMillis < 0
                || throttleRate < 0
                || failureRate < 0
                || cutRate < 0
                || throttleRate + failureRate + cutRate > 1) {
            throw new IllegalArgumentException(
                    "rates must add up to at most 1, and the latency must not be negative");
        }
    }

    Outcome outcome(long call) {
        double drawn = new SplittableRandom(seed * 1_000_003 + call).nextDouble();
        if (drawn < throttleRate) {
            return Outcome.THROTTLED;
        }
        if (drawn < throttleRate + failureRate) {
            return Outcome.FAILED;
        }
        return drawn < throttleRate + failureRate + cutRate ? Outcome.CUT : Outcome.SERVED;
    }
}
