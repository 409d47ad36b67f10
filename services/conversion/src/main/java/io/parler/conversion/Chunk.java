package io.parler.conversion;

/// A piece of the script for one call to a voice: all of a passage, or as many of its sentences as
/// fit.
public record Chunk(int passage, String text) {
    /// Characters a voice bills for one call (Polly; plain text has no tags that count besides).
    public static final int LIMIT = 3_000;

    public Chunk {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a chunk says something");
        }
        if (text.length() > LIMIT) {
            throw new IllegalArgumentException("a chunk has at most " + LIMIT + " characters");
        }
    }

    public int characters() {
        return text.codePointCount(0, text.length());
    }
}
