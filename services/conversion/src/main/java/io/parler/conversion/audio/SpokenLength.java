package io.parler.conversion.audio;

/// How long a text takes to say, in letters. Voices say digits and some signs as words: 1998 is
/// "neunzehnhundertachtundneunzig", and % is "percent".
final class SpokenLength {
    /// "250,000" and "two hundred fifty thousand", "40" and "forty", "7" and "seven".
    private static final int DIGIT = 4;

    private static final int SIGN = 7;

    private SpokenLength() {}

    /// At least 1.
    static int of(String text) {
        return Math.max(1, text.strip().codePoints().map(SpokenLength::of).sum());
    }

    private static int of(int codePoint) {
        if (Character.isDigit(codePoint)) {
            return DIGIT;
        }
        return codePoint == '%' || Character.getType(codePoint) == Character.CURRENCY_SYMBOL
                ? SIGN
                : 1;
    }
}
