package io.parler.language;

/// Counts the words of a text in any script.
public final class WordCount {
    /// The scripts whose characters count as one word each start here.
    private static final int FIRST_IDEOGRAPH = 0x1100;

    private WordCount() {}

    /// The number of words. In scripts without spaces each character counts as a word.
    public static int of(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isAlone(c)) {
                words++;
                inWord = false;
            } else if (isAlphanumeric(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else {
                inWord &= joins(c);
            }
        }
        return words;
    }

    private static boolean isAlphanumeric(int c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER ->
                            true;
                    default -> false;
                };
    }

    private static boolean joins(int c) {
        return c == '\''
                || c == '’'
                || c == '_'
                || c == '-'
                || (c >= 128
                        && switch (Character.getType(c)) {
                            case Character.NON_SPACING_MARK,
                                    Character.COMBINING_SPACING_MARK,
                                    Character.ENCLOSING_MARK ->
                                    true;
                            default -> false;
                        });
    }

    private static boolean isAlone(int c) {
        return c >= FIRST_IDEOGRAPH
                && switch (Character.UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA -> true;
                    default -> false;
                };
    }
}
