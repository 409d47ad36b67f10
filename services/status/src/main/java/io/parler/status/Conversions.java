package io.parler.status;

import java.time.Duration;
import java.util.Optional;

/// All conversions of the last 400 days.
public interface Conversions {
    Duration KEPT = Duration.ofDays(400);

    Optional<Conversion> find(ConversionId id);

    /// Adds what was asked for; how far the conversion has come stays as it is.
    void asked(ConversionId id, Asked asked);

    /// Sets the state, unless one of the same or a higher position is known: then it is false.
    boolean reached(ConversionId id, State state);
}
