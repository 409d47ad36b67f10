package io.parler.frontend.aws;

import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountLimits;
import io.parler.id.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The body of `GET /v1/account`, and of the other routes that answer with the account.
///
/// @param session whether the caller has a session, which can be ended
record AccountBody(
        String id,
        String name,
        Instant createdAt,
        @Nullable String keyId,
        List<String> scopes,
        boolean session,
        @Nullable Long monthlyCharacters,
        @Nullable Long conversionsPerMinute,
        @Nullable Long pagesPerMinute,
        List<String> origins,
        String visibility) {

    static AccountBody of(
            Account account, Optional<String> keyId, Set<Scope> scopes, boolean session) {
        AccountLimits limits = account.limits();
        return new AccountBody(
                account.id().value(),
                account.name(),
                account.createdAt(),
                keyId.orElse(null),
                scopes.stream().sorted().map(Scope::word).toList(),
                session,
                number(limits.monthlyCharacters()),
                number(limits.conversionsPerMinute()),
                number(limits.pagesPerMinute()),
                account.origins(),
                account.isPrivate() ? "private" : "public");
    }

    private static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
