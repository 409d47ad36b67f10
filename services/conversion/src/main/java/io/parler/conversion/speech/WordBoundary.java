package io.parler.conversion.speech;

/// Where a word ends: between a letter and what is none, and anywhere in a script that parts no
/// words by spaces.
final class WordBoundary {
    private WordBoundary() {}

    static boolean isAt(int place, String text) {
        if (place == 0 || place == text.length()) {
            return true;
        }
        int before = text.codePointBefore(place);
        int behind = text.codePointAt(place);
        return !isOfAWord(before) || !isOfAWord(behind) || runsOn(before) || runsOn(behind);
    }

    private static boolean isOfAWord(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> Character.isLetterOrDigit(codePoint) || codePoint == '_';
        };
    }

    /// Korean has spaces, but writes its particles onto the word.
    private static boolean runsOn(int codePoint) {
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, HANGUL, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
