package io.parler.conversion;

import io.parler.conversion.speech.Utterance;

/// A piece of the script for one call to a voice: all of a passage, or as many of its sentences as
/// fit.
public record Chunk(int passage, String text, Utterance utterance) {
    /// Characters a voice bills for one call (Polly).
    public static final int LIMIT = 3_000;

    /// Characters it takes with the tags, which it doesn't bill.
    static final int LIMIT_WITH_TAGS = 2 * LIMIT;

    public Chunk {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a chunk says something");
        }
        if (text.length() > LIMIT || utterance.input().length() > LIMIT_WITH_TAGS) {
            throw new IllegalArgumentException("a chunk has at most " + LIMIT + " characters");
        }
    }

    public int characters() {
        return text.codePointCount(0, text.length());
    }
}
