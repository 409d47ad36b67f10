package io.parler.postconversion;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// Stores for a day which requests had an idempotency key. Every method throws
/// UnavailableException.
public interface IdempotencyStore {
    Duration TTL = Duration.ofHours(24);

    /// A request in flight for longer was left by a crash: no function runs that long.
    Duration MAX_IN_FLIGHT = Duration.ofSeconds(30);

    /// Claims the key for a request. Of two claims at once, one is granted.
    Claim claim(IdempotencyKey key, Fingerprint request, UUID newId);

    /// The event is published: from now on the same request gets the same response. Does nothing
    /// when the claim was taken over.
    void confirm(IdempotencyKey key, Claim.Granted claim);

    /// The request failed: a retry is granted the key at once, with the same id. Does nothing when
    /// the claim was taken over.
    void release(IdempotencyKey key, Claim.Granted claim);

    /// The result of a claim.
    sealed interface Claim {
        /// The caller does the work, under `id`: a new one, or that of an earlier try that failed.
        record Granted(UUID id, Instant since) implements Claim {}

        record AlreadyAccepted(UUID id) implements Claim {}

        record InFlight() implements Claim {}

        record OtherRequest() implements Claim {}
    }
}
