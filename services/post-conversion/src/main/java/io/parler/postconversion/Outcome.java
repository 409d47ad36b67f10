package io.parler.postconversion;

import java.time.Duration;
import java.util.UUID;

/// The result of accepting a request.
public sealed interface Outcome {
    /// The event is durable.
    ///
    /// @param replayed since an earlier try; the response is the same
    record Accepted(UUID id, boolean replayed) implements Outcome {}

    record KeyReused() implements Outcome {}

    record InFlight() implements Outcome {}

    record QuotaExceeded(long limit, long used, Duration untilNextMonth) implements Outcome {}

    /// The event could not be published. A retry does the work once.
    record Unavailable() implements Outcome {}
}
