package io.parler.postconversion.aws;

import io.parler.postconversion.Violation;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import java.util.List;

/// The problems this service answers with, as contracts/problems.json lists them.
final class Refusals {
    private Refusals() {}

    static Problem bodyTooLarge(int bytes, int most) {
        return bodyTooLarge("It has " + bytes + " bytes; " + most + " are the most.");
    }

    static Problem textTooLong(int characters, int most) {
        return bodyTooLarge("The text has " + characters + " characters; " + most + " at most.");
    }

    private static Problem bodyTooLarge(String detail) {
        return Problem.of(413, "body-too-large", "The body is too large", detail);
    }

    static Problem invalidBody(List<Violation> violations) {
        return new Problem(
                422,
                "invalid-body",
                "The body is not as it should be",
                violations.size() == 1
                        ? "One field is wrong."
                        : violations.size() + " fields are wrong.",
                violations.stream().map(v -> new FieldError(v.pointer(), v.detail())).toList());
    }

    static Problem invalidKey() {
        return Problem.of(
                400,
                "invalid-parameter",
                "A parameter is not as it should be",
                "Idempotency-Key takes 1 to 255 visible characters, without spaces.");
    }

    static Problem keyReused() {
        return Problem.of(
                422,
                "idempotency-key-reused",
                "That Idempotency-Key was used for another request",
                "Take a new key for a new request; repeat a key only with the same body.");
    }

    static Problem inFlight() {
        return Problem.of(
                409,
                "request-in-flight",
                "The same request is being handled right now",
                "Wait a second and send it again.");
    }

    static Problem quotaExceeded(long limit, long used) {
        return Problem.of(
                429,
                "quota-exceeded",
                "This month's characters are used up",
                used + " of " + limit + " characters are used; the next month begins anew.");
    }

    static Problem unavailable() {
        return Problem.of(
                503,
                "unavailable",
                "Not available right now",
                "Send the same request again in a few seconds, with the same Idempotency-Key;"
                        + " nothing is done twice.");
    }
}
