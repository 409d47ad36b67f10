package io.parler.request;

import java.util.Optional;

/// How a word or phrase is pronounced.
///
/// @param language empty: in texts of every language
public record PronunciationRule(
        String text,
        Pronounced pronounced,
        Optional<String> language,
        boolean caseSensitive,
        boolean wholeWord) {

    /// One of three kinds of pronunciation.
    public sealed interface Pronounced {
        /// Another text is spoken instead.
        record Alias(String text) implements Pronounced {}

        /// Letter by letter.
        record Letters() implements Pronounced {}

        /// Sounds in the International Phonetic Alphabet.
        record Ipa(String sounds) implements Pronounced {}
    }
}
