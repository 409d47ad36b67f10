package io.parler.status;

import io.parler.id.ConversionId;
import java.time.Duration;
import java.util.Optional;

/// Stores conversions: a completed one for as long as its audio, without end; any other for 400
/// days.
public interface ConversionStore {
    Duration TTL = Duration.ofDays(400);

    Optional<Conversion> get(ConversionId id);

    /// Stores what was requested; the state stays as it is.
    void put(ConversionId id, RequestSummary request);

    /// Stores the state, unless one of the same or a higher order is stored: then it is false.
    boolean put(ConversionId id, State state);
}
