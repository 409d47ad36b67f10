package io.parler.conversion.chunk;

import io.parler.conversion.speech.Utterance;
import io.parler.conversion.speech.Words;
import io.parler.conversion.voice.Pricing;

/// A part of the script for one call to a provider: a passage, or as many of its sentences as fit.
public record Chunk(int passage, Words words, Utterance utterance) {
    public Chunk {
        if (words.text().isBlank()) {
            throw new IllegalArgumentException("a chunk has text");
        }
    }

    public String text() {
        return words.text();
    }

    public int characters() {
        return words.characters();
    }

    /// The characters that a provider bills for it.
    public int billable(Pricing.Basis basis) {
        return switch (basis) {
            case WORDS -> characters();
            case INPUT -> utterance.codePoints();
        };
    }
}
