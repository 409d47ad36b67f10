package io.parler.request;

import java.util.Optional;

/// Validates texts of a request.
final class Texts {
    static final String INVALID_LANGUAGE = "must be a language tag such as en-GB";

    private Texts() {}

    /// Unicode characters, as JSON Schema counts them.
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Whether a text has only spaces, including no-break spaces.
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /// The error of a text; empty if it is valid.
    static Optional<String> error(String text, int max) {
        return length(text) > max
                ? Optional.of("is longer than " + max + " characters")
                : Optional.empty();
    }
}
