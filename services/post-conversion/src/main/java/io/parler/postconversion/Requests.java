package io.parler.postconversion;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// The requests that were given a key, remembered for a day. Every method throws Outage.
public interface Requests {
    Duration REMEMBERED = Duration.ofHours(24);

    /// Older than this, a request in flight was left by a crash: no function runs so long.
    Duration ABANDONED = Duration.ofSeconds(30);

    /// Takes the key for this request, or says why not. Of two at once, one is granted.
    Claim claim(IdempotencyKey key, Fingerprint request, UUID newId);

    /// The event is out: from now on the same request gets the same answer.
    void accepted(IdempotencyKey key, Claim.Granted claim);

    /// Nothing was done: the next try takes the key at once, and the same id with it.
    void released(IdempotencyKey key, Claim.Granted claim);

    /// What became of a claim.
    sealed interface Claim {
        /// The work is the caller's, under `id`: a new one, or that of a try that came to nothing.
        record Granted(UUID id, Instant since) implements Claim {}

        record AlreadyAccepted(UUID id) implements Claim {}

        record InFlight() implements Claim {}

        record OtherRequest() implements Claim {}
    }
}
