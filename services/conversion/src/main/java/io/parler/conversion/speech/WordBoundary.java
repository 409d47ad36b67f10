package io.parler.conversion.speech;

/// Finds word boundaries: between a letter and another character, and anywhere in scripts that
/// don't separate words by spaces.
final class WordBoundary {
    private WordBoundary() {}

    static boolean isAt(int position, String text) {
        if (position == 0 || position == text.length()) {
            return true;
        }
        int before = text.codePointBefore(position);
        int after = text.codePointAt(position);
        return !isWordCharacter(before)
                || !isWordCharacter(after)
                || isUnspaced(before)
                || isUnspaced(after);
    }

    private static boolean isWordCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> Character.isLetterOrDigit(codePoint) || codePoint == '_';
        };
    }

    /// Korean has spaces, but attaches particles to words.
    private static boolean isUnspaced(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
