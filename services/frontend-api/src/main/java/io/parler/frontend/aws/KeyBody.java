package io.parler.frontend.aws;

import io.parler.frontend.account.CreatedKey;
import io.parler.frontend.account.StoredKey;
import io.parler.id.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key, as [AccountsAdmin] answers with it.
///
/// @param key the key itself; only in the answer to its creation
record KeyBody(
        @Nullable String key,
        String id,
        String name,
        String account,
        List<String> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    static KeyBody of(StoredKey key) {
        return of(null, key);
    }

    static KeyBody of(CreatedKey created) {
        return of(created.key().text(), created.stored());
    }

    private static KeyBody of(@Nullable String text, StoredKey key) {
        return new KeyBody(
                text,
                key.id(),
                key.name(),
                key.account().value(),
                key.scopes().stream().sorted().map(Scope::word).toList(),
                key.createdAt(),
                key.lastUsedAt().orElse(null),
                key.expiresAt().orElse(null),
                key.revokedAt().orElse(null));
    }
}
