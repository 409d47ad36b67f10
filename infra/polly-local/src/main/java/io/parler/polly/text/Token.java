package io.parler.polly.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word or a punctuation mark, its position in the input, and the words to speak for it.
///
/// @param start offset of its first byte in the request's text, in UTF-8
/// @param end offset after its last byte
/// @param spoken the words to speak, in lower case; empty for punctuation and for anything that
///     can't be spoken in English
/// @param role part of speech if the SSML has one (Penn Treebank)
/// @param language language tag if the SSML has one
/// @param ipa pronunciation if the SSML has one
public record Token(
        String text,
        int start,
        int end,
        List<String> spoken,
        Prosody prosody,
        @Nullable String role,
        @Nullable String language,
        @Nullable String ipa) {

    public boolean isWord() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// Whether a listener hears it as a word.
    public boolean isAudible() {
        return isWord() || !spoken.isEmpty();
    }

    public boolean hasSameSpan(Token other) {
        return start == other.start && end == other.end;
    }
}
