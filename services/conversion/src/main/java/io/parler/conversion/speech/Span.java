package io.parler.conversion.speech;

import java.util.List;
import java.util.stream.Collectors;

/// A part of a text with the way it is pronounced.
public sealed interface Span {
    /// The text as it is written.
    String text();

    /// A span in one language.
    sealed interface Basic extends Span {}

    /// Spoken as it is written.
    record Plain(String text) implements Basic {}

    /// Other words are spoken instead.
    record Alias(String text, String alias) implements Basic {}

    /// Spelled letter by letter.
    record Letters(String text) implements Basic {
        /// "S Q L": makes voices without `say-as` spell it.
        String spaced() {
            return text.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .map(Character::toUpperCase)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining(" "));
        }
    }

    /// Spoken with these phonemes (International Phonetic Alphabet).
    record Phonemes(String text, String ipa) implements Basic {}

    /// In another language (BCP 47) than the surrounding text.
    record Foreign(String language, List<Basic> spans) implements Span {
        public Foreign {
            spans = List.copyOf(spans);
        }

        @Override
        public String text() {
            return spans.stream().map(Span::text).collect(Collectors.joining());
        }
    }
}
