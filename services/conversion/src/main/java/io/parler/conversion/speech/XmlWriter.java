package io.parler.conversion.speech;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes well-formed XML. Texts are escaped, and characters that XML 1.0 does not allow (section
/// 2.2) are dropped.
final class XmlWriter {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    XmlWriter start(String name) {
        closeTag();
        open.push(name);
        out.append('<').append(name);
        inTag = true;
        return this;
    }

    XmlWriter attribute(String name, String value) {
        if (!inTag) {
            throw new IllegalStateException("an attribute needs an open tag");
        }
        out.append(' ').append(name).append("=\"");
        escape(value, "&quot;");
        out.append('"');
        return this;
    }

    XmlWriter text(String text) {
        closeTag();
        escape(text, "\"");
        return this;
    }

    XmlWriter end() {
        closeTag();
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    private void closeTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text, String quote) {
        text.codePoints().filter(XmlWriter::isAllowed).forEach(c -> escape(c, quote));
    }

    private void escape(int codePoint, String quote) {
        switch (codePoint) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append(quote);
            default -> out.appendCodePoint(codePoint);
        }
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException(open.peek() + " is still open");
        }
        return out.toString();
    }
}
