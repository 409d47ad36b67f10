package io.parler.bench.faults;

import java.util.Random;

/// Decides which calls to a service fail: a share of them, and for a time all.
final class FaultPlan {
    /// What happens to a call.
    enum Outcome {
        FORWARDED,
        /// Answered 503.
        UNAVAILABLE,
        /// Answered that there are too many.
        THROTTLED,
        /// The connection is closed without an answer; the service has not seen the call.
        DROPPED,
        /// The connection is closed without an answer; the service has done the work.
        ANSWER_LOST
    }

    private final Random random;
    private final int oneIn;
    private final boolean losesAnswers;
    private boolean failing;
    private boolean gone;

    /// @param oneIn one call in so many fails
    FaultPlan(long seed, int oneIn, boolean losesAnswers) {
        this.random = new Random(seed);
        this.oneIn = oneIn;
        this.losesAnswers = losesAnswers;
    }

    synchronized Outcome next() {
        if (gone) {
            return Outcome.DROPPED;
        }
        if (!failing || random.nextInt(oneIn) > 0) {
            return Outcome.FORWARDED;
        }
        return switch (random.nextInt(losesAnswers ? 4 : 3)) {
            case 0 -> Outcome.UNAVAILABLE;
            case 1 -> Outcome.THROTTLED;
            case 2 -> Outcome.DROPPED;
            default -> Outcome.ANSWER_LOST;
        };
    }

    /// How often a message is delivered beside the first time: up to twice.
    synchronized int copies() {
        return failing ? random.nextInt(3) : 0;
    }

    /// How long a copy is under way, of at most this.
    synchronized long delay(long maxMillis) {
        return random.nextLong(maxMillis);
    }

    synchronized void gone(boolean value) {
        gone = value;
    }

    /// From now on calls fail.
    synchronized void begin() {
        failing = true;
    }

    /// No call fails any more.
    synchronized void end() {
        failing = false;
        gone = false;
    }
}
