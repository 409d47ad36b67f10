package io.parler.polly.text;

/// Converts character positions to byte offsets in UTF-8.
public final class Utf8Offsets {
    private Utf8Offsets() {}

    /// The number of bytes of a character.
    public static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        // An unpaired surrogate is encoded as '?'.
        if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
            return 1;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /// The byte offset for each index in the text, and for its end.
    public static int[] offsets(String text) {
        int[] offsets = new int[text.length() + 1];
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            for (int k = 0; k < Character.charCount(codePoint); k++) {
                offsets[i + k] = bytes;
            }
            bytes += length(codePoint);
            i += Character.charCount(codePoint);
        }
        offsets[text.length()] = bytes;
        return offsets;
    }
}
