package io.parler.loadpost.article;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The text of an element as a reader counts it: runs of white space are one space, none at the
/// ends.
final class PlainText {
    private PlainText() {}

    static String of(Element element) {
        var out = new StringBuilder();
        element.traverse(
                (NodeVisitor)
                        (node, depth) -> {
                            if (node instanceof TextNode text) {
                                append(text.getWholeText(), out);
                            }
                        });
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    private static void append(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
    }

    /// The length of [#of], without making it.
    static int length(Element element) {
        var counter = new Counter();
        element.traverse(counter);
        return counter.length;
    }

    static boolean isBlank(Node node) {
        if (node instanceof TextNode text) {
            return isBlank(text.getWholeText());
        }
        return node instanceof Element element && !hasText(element);
    }

    static boolean hasText(Element element) {
        for (Node node = element.firstChild(); node != null; node = DomWalk.next(node, element)) {
            if (node instanceof TextNode text && !isBlank(text.getWholeText())) {
                return true;
            }
        }
        return false;
    }

    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00a0'
                || (c >= '\u1680' && (Character.isSpaceChar(c) || c == '\ufeff'));
    }

    private static final class Counter implements NodeVisitor {
        private int length;
        private boolean space;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                count(text.getWholeText());
            }
        }

        private void count(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (isSpace(text.charAt(i))) {
                    space = true;
                } else {
                    length += space && length > 0 ? 2 : 1;
                    space = false;
                }
            }
        }
    }
}
