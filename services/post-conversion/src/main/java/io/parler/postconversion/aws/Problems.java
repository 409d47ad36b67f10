package io.parler.postconversion.aws;

import io.parler.problem.Problem;
import io.parler.problem.ProblemType;

/// The problems that only this service has.
final class Problems {
    private Problems() {}

    static Problem invalidKey() {
        return Problem.of(
                ProblemType.INVALID_PARAMETER,
                "Idempotency-Key takes 1 to 255 visible characters, without spaces.");
    }

    static Problem keyReused() {
        return Problem.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "Take a new key for a new request; repeat a key only with the same body.");
    }

    static Problem inFlight() {
        return Problem.of(ProblemType.REQUEST_IN_FLIGHT, "Wait a second and send it again.");
    }

    static Problem quotaExceeded(long limit, long used) {
        return Problem.of(
                ProblemType.QUOTA_EXCEEDED,
                used + " of " + limit + " characters are used; the next month begins anew.");
    }

    static Problem unavailable() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "Send the same request again in a few seconds, with the same Idempotency-Key;"
                        + " nothing is done twice.");
    }
}
