package io.parler.conversion.speech;

import java.util.List;
import java.util.stream.Collectors;

/// A piece of a text, and how it is said.
public sealed interface Span {
    /// As it is written.
    String text();

    /// A piece in one language.
    sealed interface Basic extends Span {}

    /// Said as it is written.
    record Plain(String text) implements Basic {}

    /// Other words are said instead.
    record Alias(String text, String alias) implements Basic {}

    /// Said letter by letter.
    record Letters(String text) implements Basic {
        /// "S Q L": what a voice reads as letters where it knows no better.
        String spaced() {
            return text.codePoints()
                    .filter(Character::isLetterOrDigit)
                    .map(Character::toUpperCase)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining(" "));
        }
    }

    /// Said with these sounds (International Phonetic Alphabet).
    record Phonemes(String text, String ipa) implements Basic {}

    /// In another language than what surrounds it (BCP 47).
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
