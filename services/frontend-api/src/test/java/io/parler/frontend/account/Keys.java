package io.parler.frontend.account;

import io.parler.id.AccountId;
import io.parler.id.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/// Keys and accounts for tests.
public final class Keys {
    public static final Instant CREATED = Instant.parse("2026-11-20T12:00:00Z");

    private Keys() {}

    public static Account account(String id) {
        return Account.of(new AccountId(id), "Mara's blog", CREATED);
    }

    /// A key of the account `acc_mara` with all scopes.
    public static StoredKey stored(String hash) {
        return stored(hash, "acc_mara");
    }

    public static StoredKey stored(String hash, String account) {
        return new StoredKey(
                hash,
                "key_" + hash.substring(0, Math.min(8, hash.length())),
                "Laptop",
                new AccountId(account),
                EnumSet.allOf(Scope.class),
                CREATED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static StoredKey expiring(StoredKey key, Instant end) {
        return new StoredKey(
                key.hash(),
                key.id(),
                key.name(),
                key.account(),
                key.scopes(),
                key.createdAt(),
                key.lastUsedAt(),
                Optional.of(end),
                key.revokedAt());
    }

    public static StoredKey allowing(StoredKey key, Scope scope) {
        return new StoredKey(
                key.hash(),
                key.id(),
                key.name(),
                key.account(),
                EnumSet.of(scope),
                key.createdAt(),
                key.lastUsedAt(),
                key.expiresAt(),
                key.revokedAt());
    }
}
