package io.parler.request;

/// The size of a text in JSON, where some characters are escaped. Used for the size limit of
/// events.
public final class JsonSize {
    private JsonSize() {}

    /// An upper bound of its bytes in UTF-8.
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
