package io.parler.frontend.account;

import io.parler.id.AccountId;
import io.parler.id.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What is stored about a key.
///
/// @param hash of the whole key; the key itself is stored nowhere
/// @param id what people call the key by; it is no secret
/// @param name what it is for, in its creator's words
/// @param lastUsedAt at most an hour behind
public record StoredKey(
        String hash,
        String id,
        String name,
        AccountId account,
        Set<Scope> scopes,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {
    public StoredKey {
        scopes = Set.copyOf(scopes);
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key has at least one scope");
        }
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    public boolean hasExpired(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    public StoredKey used(Instant now) {
        return new StoredKey(
                hash, id, name, account, scopes, createdAt, Optional.of(now), expiresAt, revokedAt);
    }

    public StoredKey revoked(Instant now) {
        return new StoredKey(
                hash,
                id,
                name,
                account,
                scopes,
                createdAt,
                lastUsedAt,
                expiresAt,
                Optional.of(now));
    }
}
