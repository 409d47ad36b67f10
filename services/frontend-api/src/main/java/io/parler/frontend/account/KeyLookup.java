package io.parler.frontend.account;

import io.parler.problem.ProblemType;
import java.time.Instant;
import java.util.Optional;

/// Finds a key and its account.
@FunctionalInterface
public interface KeyLookup {
    Optional<Found> find(String hash);

    /// A key and the account it belongs to.
    record Found(StoredKey key, Account account) {
        /// Why the key isn't accepted; empty when it is.
        public Optional<ProblemType> problem(Instant now) {
            if (key.isRevoked() || account.isDeleted()) {
                return Optional.of(ProblemType.KEY_REVOKED);
            }
            return key.hasExpired(now) ? Optional.of(ProblemType.KEY_EXPIRED) : Optional.empty();
        }
    }
}
