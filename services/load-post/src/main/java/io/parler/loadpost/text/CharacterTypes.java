package io.parler.loadpost.text;

/// Classes of characters that matter for reading aloud.
final class CharacterTypes {
    private CharacterTypes() {}

    /// Soft hyphens, zero-width spaces and marks of writing direction. Joiners are kept: emoji and
    /// some scripts need them.
    static boolean isInvisible(char c) {
        return c == '\u00ad'
                || c == '\u200b'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\ufeff'
                || c == '\ufffc';
    }

    /// Chinese and Japanese characters and punctuation: a line end beside them is no space.
    static boolean isCjk(char c) {
        return (c >= '\u2e80' && c <= '\u30ff')
                || (c >= '\u31c0' && c <= '\u31ff')
                || (c >= '\u3400' && c <= '\u4dbf')
                || (c >= '\u4e00' && c <= '\u9fff')
                || (c >= '\uf900' && c <= '\ufaff')
                || (c >= '\uff00' && c <= '\uffef')
                || (c >= '\ud840' && c <= '\ud88f')
                || Character.isLowSurrogate(c);
    }

    static boolean isClosingPunctuation(char c) {
        return switch (c) {
            case '.', ',', ';', ':', '!', '?', ')', ']', '…', '”', '’', '»' -> true;
            default -> false;
        };
    }
}
