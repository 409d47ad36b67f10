package io.parler.postconversion;

import java.time.Duration;
import java.util.UUID;

/// How a request ended.
public sealed interface Outcome {
    /// The event is durable, now or since an earlier try: both answer the same.
    record Accepted(UUID id, boolean replayed) implements Outcome {}

    record KeyReused() implements Outcome {}

    record InFlight() implements Outcome {}

    record QuotaExceeded(long limit, long used, Duration untilNextMonth) implements Outcome {}

    /// The event could not be published; sent again, the request does the same work once.
    record Unavailable() implements Outcome {}
}
