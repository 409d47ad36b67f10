package io.parler.text;

/// Replaces characters that are not text, which XML, SNS and SQS don't allow: control characters,
/// non-characters and halves of surrogate pairs. It is done once, where text comes in.
public final class TextCharacters {
    private static final char REPLACEMENT = '\ufffd';
    private static final int LAST_PLAIN = 0x7e;
    private static final int FIRST_NON_CHARACTER = 0xfdd0;
    private static final int LAST_NON_CHARACTER = 0xfdef;

    private TextCharacters() {}

    /// The text with the same number of UTF-16 units. Control characters that are white space
    /// become a space, all others U+FFFD.
    public static String cleaned(String text) {
        int at = 0;
        while (at < text.length() && isPlain(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder(text.length()).append(text, 0, at);
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int units = Character.charCount(codePoint);
            if (isText(codePoint)) {
                cleaned.appendCodePoint(codePoint);
            } else {
                cleaned.repeat(isSpace(codePoint) ? ' ' : REPLACEMENT, units);
            }
            at += units;
        }
        return cleaned.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c <= LAST_PLAIN;
    }

    private static boolean isText(int codePoint) {
        return switch (codePoint) {
            case '\t', '\n', '\r' -> true;
            default ->
                    !Character.isISOControl(codePoint)
                            && Character.getType(codePoint) != Character.SURROGATE
                            && (codePoint & 0xfffe) != 0xfffe
                            && (codePoint < FIRST_NON_CHARACTER || codePoint > LAST_NON_CHARACTER);
        };
    }

    /// Vertical tab, form feed and next line.
    private static boolean isSpace(int codePoint) {
        return codePoint == 0x0b || codePoint == 0x0c || codePoint == 0x85;
    }
}
