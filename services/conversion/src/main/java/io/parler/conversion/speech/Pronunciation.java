package io.parler.conversion.speech;

import java.util.Locale;
import java.util.Optional;

/// A pronunciation rule for a word or phrase.
public record Pronunciation(
        String text, How how, Optional<String> language, boolean caseSensitive, boolean wholeWord) {
    public Pronunciation {
        text = text.strip().replaceAll("[\\s\\p{Z}]+", " ");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a pronunciation rule needs a text");
        }
    }

    /// How it is pronounced: as other words, letter by letter, or as phonemes.
    public sealed interface How {
        record Alias(String words) implements How {}

        record Letters() implements How {}

        record Phonemes(String ipa) implements How {}
    }

    /// Whether the rule applies to texts in `textLanguage`. A rule for `en` applies to `en-GB`.
    boolean appliesTo(String textLanguage) {
        String tag = textLanguage.toLowerCase(Locale.ROOT);
        return language.map(own -> own.toLowerCase(Locale.ROOT))
                .map(own -> tag.equals(own) || tag.startsWith(own + "-"))
                .orElse(true);
    }

    boolean matchesAt(int position, String input) {
        return (!wholeWord || standsAlone(position, input))
                && input.regionMatches(!caseSensitive, position, text, 0, text.length());
    }

    private boolean standsAlone(int position, String input) {
        return WordBoundary.isAt(position, input)
                && WordBoundary.isAt(position + text.length(), input);
    }

    Span.Basic spanOf(String input) {
        return switch (how) {
            case How.Alias alias -> new Span.Alias(input, alias.words());
            case How.Letters _ -> new Span.Letters(input);
            case How.Phonemes phonemes -> new Span.Phonemes(input, phonemes.ipa());
        };
    }
}
