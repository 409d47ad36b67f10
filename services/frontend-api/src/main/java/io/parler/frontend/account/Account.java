package io.parler.frontend.account;

import io.parler.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An account: whose conversions, rules and usage something is.
///
/// @param origins the web origins whose pages may read the API's answers
/// @param isPrivate whether its conversions are private unless a request says otherwise
public record Account(
        AccountId id,
        String name,
        Instant createdAt,
        AccountLimits limits,
        List<String> origins,
        boolean isPrivate,
        Optional<Instant> deletedAt) {
    private static final String OWNER_NAME = "Owner";

    public Account {
        origins = List.copyOf(origins);
    }

    public static Account of(AccountId id, String name, Instant createdAt) {
        return new Account(
                id, name, createdAt, AccountLimits.NONE, List.of(), false, Optional.empty());
    }

    /// The account of whoever runs the installation, before anything about it was stored.
    public static Account owner(Instant now) {
        return of(AccountId.OWNER, OWNER_NAME, now);
    }

    public boolean isDeleted() {
        return deletedAt.isPresent();
    }

    public Account withLimits(AccountLimits newLimits) {
        return new Account(id, name, createdAt, newLimits, origins, isPrivate, deletedAt);
    }

    public Account withOrigins(List<String> newOrigins) {
        return new Account(id, name, createdAt, limits, newOrigins, isPrivate, deletedAt);
    }

    public Account withPrivate(boolean nowPrivate) {
        return new Account(id, name, createdAt, limits, origins, nowPrivate, deletedAt);
    }

    public Account deleted(Instant now) {
        return new Account(id, name, createdAt, limits, origins, isPrivate, Optional.of(now));
    }
}
