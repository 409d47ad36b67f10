package io.parler.conversion.script;

import io.parler.conversion.speech.Words;

/// A part of the script that is spoken without a pause: the text of a block, or an announcement.
/// Pauses are in milliseconds.
public record Passage(String block, Role role, Words words, int pauseBefore, int pauseAfter) {
    /// The ids of the two parts of the opening line, which belong to no block.
    public static final String TITLE = "title";

    public static final String BYLINE = "byline";

    /// The role of a passage. Titles and headings become chapters.
    public enum Role {
        TITLE,
        BYLINE,
        HEADING,
        TEXT,
        ANNOUNCEMENT
    }

    Passage withPauseBefore(int milliseconds) {
        return new Passage(block, role, words, milliseconds, pauseAfter);
    }

    Passage withPauseAfter(int milliseconds) {
        return new Passage(block, role, words, pauseBefore, milliseconds);
    }

    public String text() {
        return words.text();
    }

    public int characters() {
        return words.characters();
    }
}
