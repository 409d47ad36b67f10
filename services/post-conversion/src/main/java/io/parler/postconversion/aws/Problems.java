package io.parler.postconversion.aws;

import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.AccountId;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.usage.Reservation;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import io.parler.rate.MinuteLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The problems that only this service has.
final class Problems {
    private Problems() {}

    static Problem invalidKey() {
        return Problem.of(
                ProblemType.INVALID_PARAMETER,
                "Idempotency-Key takes 1 to 255 visible characters, without spaces.");
    }

    /// The key of a request that may be sent again.
    static Optional<IdempotencyKey> idempotencyKey(Request request, AccountId account) {
        Optional<String> header = request.header("Idempotency-Key");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<IdempotencyKey> key = IdempotencyKey.of(account, header.get());
        if (key.isEmpty()) {
            throw new ProblemException(invalidKey());
        }
        return key;
    }

    static Problem keyReused() {
        return Problem.of(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                "Take a new key for a new request; repeat a key only with the same body.");
    }

    static Problem inFlight() {
        return Problem.of(ProblemType.REQUEST_IN_FLIGHT, "Wait a second and send it again.");
    }

    /// A cap on the month's characters, with when it starts again.
    static Response quotaExceeded(
            Reservation.Refused refused, Instant monthEnd, Instant now, Request request) {
        return Response.of(
                        Problem.of(ProblemType.QUOTA_EXCEEDED, detail(refused, monthEnd)), request)
                .header(
                        "Retry-After",
                        Long.toString(Duration.between(now, monthEnd).toSeconds() + 1));
    }

    /// A post of a blog that is followed, which found too little left of a cap.
    static Problem quotaExceeded(String title, Reservation.Refused refused, Instant monthEnd) {
        return Problem.of(
                ProblemType.QUOTA_EXCEEDED,
                (title.isBlank() ? "A new post" : "The new post “" + title + "”")
                        + " was not converted. "
                        + detail(refused, monthEnd));
    }

    /// A post of a collection that has more to bill than when it was quoted.
    static Problem aboveQuote(long quoted, long exact) {
        return Problem.of(
                ProblemType.QUOTA_EXCEEDED,
                String.format(
                        Locale.ROOT,
                        "The post was quoted at %,d characters and would be billed %,d now. Nothing"
                                + " was billed; convert it by itself to agree to the new price.",
                        quoted,
                        exact));
    }

    static Problem collectionNotFound() {
        return Problem.of(
                ProblemType.COLLECTION_NOT_FOUND, "The account has no collection of this id.");
    }

    static Problem notPossibleNow(String action, String status) {
        return Problem.of(
                ProblemType.COLLECTION_STATE,
                "To " + action + " it is not possible while its status is " + status + ".");
    }

    /// The use of the installation is that of other accounts, so its number is not told.
    private static String detail(Reservation.Refused refused, Instant monthEnd) {
        return switch (refused.cap()) {
            case ACCOUNT ->
                    String.format(
                            Locale.ROOT,
                            "The account's cap is %,d characters a month; %,d are used or reserved,"
                                    + " and too few are left for this. It starts again at %s.",
                            refused.limit(),
                            refused.used(),
                            monthEnd);
            case INSTALLATION ->
                    String.format(
                            Locale.ROOT,
                            "The cap of this installation is %,d characters a month for all"
                                    + " accounts; too few are left for this. It starts again at"
                                    + " %s.",
                            refused.limit(),
                            monthEnd);
        };
    }

    static Response tooManyRequests(MinuteLimit.Exceeded limit, Request request) {
        String detail =
                String.format(
                        Locale.ROOT,
                        "The account may request %,d conversions a minute, and has requested them.",
                        limit.max());
        return Response.tooManyRequests(limit, detail, request);
    }

    static Problem unavailable() {
        return Problem.of(
                ProblemType.UNAVAILABLE,
                "Send the same request again in a few seconds, with the same Idempotency-Key;"
                        + " nothing is done twice.");
    }
}
