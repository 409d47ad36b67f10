package io.parler.postconversion;

/// How large a text is once it stands in an event: JSON escapes it, and a message has a limit.
final class EventSize {
    static final int MOST_TEXT = 100 * 1024;

    private EventSize() {}

    static boolean isLarge(String text) {
        return text.codePoints().mapToLong(EventSize::bytes).sum() > MOST_TEXT;
    }

    /// Bytes of a character in a JSON string in UTF-8, at most.
    private static int bytes(int c) {
        if (c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t') {
            return 2;
        }
        if (c < 0x20) {
            return 6;
        }
        return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
}
