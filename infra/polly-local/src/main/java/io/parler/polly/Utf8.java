package io.parler.polly;

/// Where characters stand once they are bytes.
final class Utf8 {
    private Utf8() {}

    static int length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        // A lone surrogate is written as '?'.
        if (codePoint >= 0xd800 && codePoint <= 0xdfff) {
            return 1;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /// For each index into the text, and for its end, the offset in bytes.
    static int[] offsets(String text) {
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
