package io.parler.postconversion;

/// How large a thing is once it stands in an event: JSON escapes it, and a message has a limit.
final class EventSize {
    static final int MOST_TEXT = 100 * 1024;

    /// Beside the largest text, what is left of 200 KB.
    static final int MOST_OPTIONS = 64 * 1024;

    private EventSize() {}

    static boolean isLarge(String text) {
        return bytes(text) > MOST_TEXT;
    }

    static boolean isLarge(Options options) {
        return bytes(options.canonical()) > MOST_OPTIONS;
    }

    private static long bytes(String text) {
        return text.codePoints().mapToLong(EventSize::bytes).sum();
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
