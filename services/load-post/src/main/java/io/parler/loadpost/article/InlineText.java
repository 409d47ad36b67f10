package io.parler.loadpost.article;

/// Running text as it is gathered from a tree: white space collapsed as a browser shows it, signs
/// that only steer hyphenation taken out, line breaks kept.
final class InlineText {
    private final StringBuilder out = new StringBuilder();
    private int signs;
    private int linked;

    /// @param inLink whether the text stands in a link
    void append(String text, boolean inLink) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (PlainText.isSpace(c)) {
                space();
            } else if (!isInvisible(c)) {
                out.append(c);
                signs++;
                linked += inLink ? 1 : 0;
            }
        }
    }

    void lineBreak() {
        if (!out.isEmpty()) {
            if (out.charAt(out.length() - 1) == ' ') {
                out.setLength(out.length() - 1);
            }
            out.append('\n');
        }
    }

    private void space() {
        if (!out.isEmpty()
                && out.charAt(out.length() - 1) != ' '
                && out.charAt(out.length() - 1) != '\n') {
            out.append(' ');
        }
    }

    /// Soft hyphens, zero-width spaces and marks of writing direction. The joiners stay: emoji
    /// and some scripts need them.
    private static boolean isInvisible(char c) {
        return c == '\u00ad'
                || c == '\u200b'
                || c == '\u200e'
                || c == '\u200f'
                || c == '\u2060'
                || c == '\ufeff';
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    /// The share of the text that stands in links.
    double linkShare() {
        return signs == 0 ? 0 : (double) linked / signs;
    }

    /// Gives the text and starts anew.
    String take() {
        var text = out.toString().strip();
        out.setLength(0);
        signs = 0;
        linked = 0;
        return text;
    }
}
