package io.parler.polly;

import java.util.SplittableRandom;

/// What goes wrong on purpose: which call is hit is decided by the seed and the call's number
/// alone.
///
/// @param latencyMillis that every call waits before it is answered
/// @param throttleRate part of the calls refused with ThrottlingException
/// @param failureRate part of the calls refused with ServiceFailureException, a 500
/// @param cutRate part of the calls whose connection is cut in the middle of the sound
record Faults(
        int latencyMillis, double throttleRate, double failureRate, double cutRate, long seed) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 1);

    /// How one call fares.
    enum Fate {
        SERVED,
        THROTTLED,
        FAILED,
        CUT
    }

    Faults {
        if (latencyMillis < 0
                || throttleRate < 0
                || failureRate < 0
                || cutRate < 0
                || throttleRate + failureRate + cutRate > 1) {
            throw new IllegalArgumentException(
                    "rates are parts of 1, and a latency is not negative");
        }
    }

    Fate fate(long call) {
        double drawn = new SplittableRandom(seed * 1_000_003 + call).nextDouble();
        if (drawn < throttleRate) {
            return Fate.THROTTLED;
        }
        if (drawn < throttleRate + failureRate) {
            return Fate.FAILED;
        }
        return drawn < throttleRate + failureRate + cutRate ? Fate.CUT : Fate.SERVED;
    }
}
