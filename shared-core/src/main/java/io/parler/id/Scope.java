package io.parler.id;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a key allows its holder to do.
public enum Scope {
    /// Look at the account, and have pages fetched and prices computed.
    READ,
    /// Make, change and delete audio; this costs money.
    CONVERT,
    /// Decide what of the account others see.
    PUBLISH;

    /// The name in a key, in the authorizer's context and in the API's description.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for a scope that a later version knows.
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
    }
}
