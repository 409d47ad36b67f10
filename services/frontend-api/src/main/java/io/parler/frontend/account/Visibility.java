package io.parler.frontend.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Who may hear the audio of a new conversion.
public enum Visibility {
    /// Everybody who has its address.
    PUBLIC,
    /// Who has a signed address, which ends.
    PRIVATE;

    /// The name in the API and in the authorizer's context.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Visibility> of(String word) {
        return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
    }
}
