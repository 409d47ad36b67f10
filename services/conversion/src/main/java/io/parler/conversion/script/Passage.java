package io.parler.conversion.script;

import io.parler.conversion.speech.Words;

/// Something said in one go: a block, or the words that announce it. Pauses are milliseconds.
public record Passage(String block, Role role, Words words, int pauseBefore, int pauseAfter) {
    /// The opening line's two parts have no block of their own.
    public static final String TITLE = "title";

    public static final String BYLINE = "byline";

    /// What a passage is to a listener; chapters are made of titles and headings.
    public enum Role {
        TITLE,
        BYLINE,
        HEADING,
        TEXT,
        ANNOUNCEMENT
    }

    public String text() {
        return words.text();
    }

    public int characters() {
        return words.characters();
    }
}
