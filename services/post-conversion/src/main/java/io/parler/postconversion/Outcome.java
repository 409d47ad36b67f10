package io.parler.postconversion;

import io.parler.postconversion.usage.Reservation;
import io.parler.rate.MinuteLimit;
import java.time.Instant;
import java.util.UUID;

/// The result of accepting a request.
public sealed interface Outcome {
    /// The event is durable.
    ///
    /// @param replayed since an earlier try; the response is the same
    record Accepted(UUID id, boolean replayed) implements Outcome {}

    record KeyReused() implements Outcome {}

    record InFlight() implements Outcome {}

    /// Too little is left of a cap on the month's characters.
    ///
    /// @param monthEnd when the cap starts again
    record QuotaExceeded(Reservation.Refused cap, Instant monthEnd) implements Outcome {}

    /// Too many conversions in this minute.
    record TooManyRequests(MinuteLimit.Exceeded limit) implements Outcome {}

    /// The event could not be published. A retry does the work once.
    record Unavailable() implements Outcome {}
}
