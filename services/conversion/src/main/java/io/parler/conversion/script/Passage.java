package io.parler.conversion.script;

/// Something said in one go: a block, or the words that announce it. Pauses are milliseconds.
public record Passage(String block, Role role, String text, int pauseBefore, int pauseAfter) {
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

    public int characters() {
        return text.codePointCount(0, text.length());
    }
}
