package io.parler.request;

/// The bytes that a text takes in JSON, where some characters are escaped; an event has a limit.
public final class JsonSize {
    private JsonSize() {}

    /// At most as many bytes, in UTF-8.
    public static long bytes(String text) {
        return text.codePoints().mapToLong(JsonSize::bytes).sum();
    }

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
