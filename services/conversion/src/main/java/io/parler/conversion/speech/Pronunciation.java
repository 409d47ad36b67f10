package io.parler.conversion.speech;

import java.util.Locale;
import java.util.Optional;

/// How a word or a phrase is said, wherever it is written.
public record Pronunciation(
        String text, How how, Optional<String> language, boolean caseSensitive, boolean wholeWord) {
    public Pronunciation {
        text = text.strip().replaceAll("[\\s\\p{Z}]+", " ");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a pronunciation is of a text");
        }
    }

    /// In other words, in letters, or in sounds.
    public sealed interface How {
        record Alias(String words) implements How {}

        record Letters() implements How {}

        record Phonemes(String ipa) implements How {}
    }

    /// Whether it holds in texts of `spoken`: a rule for `en` holds in `en-GB`.
    boolean holdsIn(String spoken) {
        String tag = spoken.toLowerCase(Locale.ROOT);
        return language.map(own -> own.toLowerCase(Locale.ROOT))
                .map(own -> tag.equals(own) || tag.startsWith(own + "-"))
                .orElse(true);
    }

    boolean beginsAt(int place, String written) {
        return written.regionMatches(!caseSensitive, place, text, 0, text.length())
                && (!wholeWord || standsAlone(place, written));
    }

    private boolean standsAlone(int place, String written) {
        return WordBoundary.isAt(place, written)
                && WordBoundary.isAt(place + text.length(), written);
    }

    Span.Basic spanOf(String written) {
        return switch (how) {
            case How.Alias alias -> new Span.Alias(written, alias.words());
            case How.Letters _ -> new Span.Letters(written);
            case How.Phonemes phonemes -> new Span.Phonemes(written, phonemes.ipa());
        };
    }
}
