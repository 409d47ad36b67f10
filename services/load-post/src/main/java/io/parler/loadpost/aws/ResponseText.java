package io.parler.loadpost.aws;

import io.parler.text.TextCharacters;
import org.jspecify.annotations.Nullable;

/// The texts of pages and feeds as they leave this service: without characters that are not text,
/// and within the lengths that events, tags and tables can hold.
final class ResponseText {
    private static final int MAX_TITLE = 500;
    private static final int MAX_NAME = 300;
    private static final String ELLIPSIS = "…";

    private ResponseText() {}

    /// The same number of UTF-16 units, so that offsets stay right.
    static String text(String text) {
        return TextCharacters.cleaned(text);
    }

    static String title(String title) {
        return start(title, MAX_TITLE);
    }

    /// The name of an author or a site.
    static @Nullable String name(@Nullable String name) {
        return name == null || name.isBlank() ? null : start(name, MAX_NAME);
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text(text);
    }

    private static String start(String text, int max) {
        String cleaned = text(text);
        if (cleaned.length() <= max) {
            return cleaned;
        }
        int end = max - ELLIPSIS.length();
        return cleaned.substring(
                        0, Character.isHighSurrogate(cleaned.charAt(end - 1)) ? end - 1 : end)
                + ELLIPSIS;
    }
}
