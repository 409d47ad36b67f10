package io.parler.postconversion;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The way to the other services.
public interface RequestedEvents {
    /// Returns when the event is durable; throws Outage when it may not be.
    void requested(Requested requested);

    /// What the others are told.
    record Requested(
            UUID id,
            String accountId,
            Source source,
            Optional<String> voice,
            Options options,
            Instant requestedAt) {}
}
