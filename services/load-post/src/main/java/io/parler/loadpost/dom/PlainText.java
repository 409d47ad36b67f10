package io.parler.loadpost.dom;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The text of an element as a reader sees it: white space is collapsed, and stripped at both
/// ends.
public final class PlainText {
    private PlainText() {}

    public static String of(Element element) {
        return prefix(element, Integer.MAX_VALUE);
    }

    /// The first characters of the text: at least `enough` of them, if it has that many.
    public static String prefix(Element element, int enough) {
        var out = new StringBuilder();
        for (Node node = element.firstChild();
                node != null && out.length() <= enough;
                node = DomWalk.next(node, element)) {
            if (node instanceof TextNode text) {
                append(text.getWholeText(), enough, out);
            }
        }
        int end = out.length();
        return end > 0 && out.charAt(end - 1) == ' ' ? out.substring(0, end - 1) : out.toString();
    }

    private static void append(String text, int enough, StringBuilder out) {
        for (int i = 0; i < text.length() && out.length() <= enough; i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
    }

    /// The length of [#of], without building the text.
    public static int length(Element element) {
        return TextMetrics.of(element).length();
    }

    public static boolean isBlank(Node node) {
        if (node instanceof TextNode text) {
            return isBlank(text.getWholeText());
        }
        return node instanceof Element element && !hasText(element);
    }

    public static boolean hasText(Element element) {
        for (Node node = element.firstChild(); node != null; node = DomWalk.next(node, element)) {
            if (node instanceof TextNode text && !isBlank(text.getWholeText())) {
                return true;
            }
        }
        return false;
    }

    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static boolean isSpace(char c) {
        if (c < '\u1680') {
            return c <= ' ' || c == '\u00a0';
        }
        return (c >= '\u2000' && c <= '\u200a')
                || c == '\u3000'
                || c == '\u2028'
                || c == '\u2029'
                || c == '\u202f'
                || c == '\u205f'
                || c == '\u1680'
                || c == '\ufeff';
    }
}
