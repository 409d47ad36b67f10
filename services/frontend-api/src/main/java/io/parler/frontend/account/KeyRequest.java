package io.parler.frontend.account;

import io.parler.id.AccountId;
import io.parler.id.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// A request for a new key.
///
/// @param name what the key is for; also the name of its account if that is new
/// @param account an existing one, or the owner's; empty for a new one
/// @param monthlyCharacters a new limit of the account
public record KeyRequest(
        String name,
        Optional<AccountId> account,
        Set<Scope> scopes,
        Optional<Instant> expiresAt,
        OptionalLong monthlyCharacters) {
    public KeyRequest {
        scopes = Set.copyOf(scopes);
    }
}
