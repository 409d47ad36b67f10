package io.parler.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What holds for every text of a request.
final class Texts {
    private Texts() {}

    /// Unicode characters, as JSON Schema counts them.
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Whether a text holds nothing but spaces, no-break spaces too.
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /// What is invalid in a text; empty when it is valid.
    static Optional<String> error(String text, int max) {
        if (length(text) > max) {
            return Optional.of("is longer than " + max + " characters");
        }
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? Optional.empty()
                : Optional.of("holds half of a surrogate pair");
    }
}
