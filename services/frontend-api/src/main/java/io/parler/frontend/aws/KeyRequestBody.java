package io.parler.frontend.aws;

import io.parler.frontend.account.KeyRequest;
import io.parler.id.AccountId;
import io.parler.id.Scope;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request for a new key, as [AccountsAdmin] takes it.
///
/// @param scopes absent for all
record KeyRequestBody(
        @Nullable String name,
        @Nullable String account,
        @Nullable List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable Long monthlyCharacters) {
    private static final int MAX_NAME = 100;

    /// @throws ProblemException when a field is invalid
    KeyRequest toDomain(Instant now) {
        List<FieldError> errors = new ArrayList<>();
        String label = Optional.ofNullable(name).orElse("").strip();
        if (label.isEmpty()
                || label.length() > MAX_NAME
                || label.chars().anyMatch(Character::isISOControl)) {
            errors.add(new FieldError("/name", "has 1 to " + MAX_NAME + " characters"));
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            errors.add(new FieldError("/expiresAt", "is in the past"));
        }
        if (monthlyCharacters != null && monthlyCharacters < 0) {
            errors.add(new FieldError("/monthlyCharacters", "is below 0"));
        }
        Optional<AccountId> id = accountId(errors);
        Set<Scope> allowed = scopes(errors);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalidBody(errors));
        }
        return new KeyRequest(
                label,
                id,
                allowed,
                Optional.ofNullable(expiresAt),
                monthlyCharacters == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(monthlyCharacters));
    }

    private Optional<AccountId> accountId(List<FieldError> errors) {
        try {
            return Optional.ofNullable(account).map(AccountId::of);
        } catch (IllegalArgumentException _) {
            errors.add(new FieldError("/account", "is not the id of an account"));
            return Optional.empty();
        }
    }

    private Set<Scope> scopes(List<FieldError> errors) {
        if (scopes == null || scopes.isEmpty()) {
            return EnumSet.allOf(Scope.class);
        }
        Set<Scope> allowed = EnumSet.noneOf(Scope.class);
        for (int i = 0; i < scopes.size(); i++) {
            Optional<Scope> scope = Scope.of(String.valueOf(scopes.get(i)));
            if (scope.isEmpty()) {
                errors.add(new FieldError("/scopes/" + i, "is none of convert, read and publish"));
            }
            scope.ifPresent(allowed::add);
        }
        return allowed;
    }
}
