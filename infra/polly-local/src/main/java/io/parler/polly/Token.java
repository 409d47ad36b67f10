package io.parler.polly;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word or a punctuation mark as written, where it stands in the input, and the words to say for
/// it.
///
/// @param start offset of its first byte in the request's text, in UTF-8
/// @param end offset after its last byte
/// @param spoken lower-case words; empty for punctuation and for what has no sound in English
/// @param role part of speech where the SSML names one (Penn Treebank)
/// @param language tag of its language where the SSML names one
/// @param ipa sounds where the SSML gives them
public record Token(
        String text,
        int start,
        int end,
        List<String> spoken,
        Manner manner,
        @Nullable String role,
        @Nullable String language,
        @Nullable String ipa) {

    public boolean isWord() {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /// True for whatever a listener hears as a word.
    public boolean isSaid() {
        return isWord() || !spoken.isEmpty();
    }

    boolean isAt(Token other) {
        return start == other.start && end == other.end;
    }
}
