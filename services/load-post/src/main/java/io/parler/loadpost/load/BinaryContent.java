package io.parler.loadpost.load;

/// Tells bytes that are no text, although their type says so.
final class BinaryContent {
    private static final int SAMPLE = 4_096;
    private static final double MAX_SHARE = 0.04;

    private BinaryContent() {}

    /// Whether the decoded text has more control characters and errors than a text ever has.
    static boolean isIn(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        long strange = sample.chars().filter(BinaryContent::isStrange).count();
        return strange > 1 + MAX_SHARE * sample.length();
    }

    private static boolean isStrange(int c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                || (c >= 0x7f && c < 0xa0)
                || c == 0xfffd;
    }
}
