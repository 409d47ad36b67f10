package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Measures how much running text is in each element of a tree: blocks that are long and not
/// mostly links. Menus, lists of titles and forms have none.
final class Prose {
    private static final int MIN_LENGTH = 60;
    private static final int MIN_UNFINISHED = 140;

    /// A Chinese or Japanese character says about as much as this many letters.
    private static final double LETTERS_PER_IDEOGRAPH = 2.5;

    private static final char FIRST_IDEOGRAPH = '\u2e80';

    private final Map<Element, Integer> lengths = new HashMap<>();

    /// The text that belongs to one block: its own, and that of the inline elements in it.
    private static final class Line {
        private double length;
        private double linked;
        private char last;

        void add(String text, boolean link) {
            double weight = 0;
            boolean blank = true;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (!PlainText.isSpace(c)) {
                    weight += c >= FIRST_IDEOGRAPH ? LETTERS_PER_IDEOGRAPH : 1;
                    blank = false;
                    last = c;
                } else if (!blank) {
                    weight++;
                    blank = true;
                }
            }
            length += weight;
            linked += link ? weight : 0;
        }

        int prose() {
            boolean enough = length >= (endsSentence() ? MIN_LENGTH : MIN_UNFINISHED);
            return enough && linked * 2 < length ? (int) length : 0;
        }

        private boolean endsSentence() {
            return switch (last) {
                case '.', '!', '?', ':', '…', '"', '”', '’', '»', ')', '。', '！', '？', '」', '』' ->
                        true;
                default -> false;
            };
        }
    }

    /// @param root must not change while it is measured
    Prose(Element root) {
        measure(root, new Line(), false);
    }

    /// The weighted length of the running text in the element.
    int of(Element element) {
        return lengths.getOrDefault(element, 0);
    }

    /// Leaves out an element that is skipped.
    void remove(Element element) {
        int own = of(element);
        for (Element parent = element.parent();
                own > 0 && parent != null;
                parent = parent.parent()) {
            lengths.computeIfPresent(parent, (_, length) -> length - own);
        }
    }

    private int measure(Element element, Line around, boolean inLink) {
        boolean block = !Tags.isInline(element);
        Line line = block ? new Line() : around;
        boolean link = inLink || Tags.is(element, "a");
        int total = 0;
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                line.add(text.getWholeText(), link);
            } else if (child instanceof Element inner && !isControl(inner)) {
                total += measure(inner, line, link);
            }
        }
        total += block ? line.prose() : 0;
        if (total > 0) {
            lengths.put(element, total);
        }
        return total;
    }

    private static boolean isControl(Element element) {
        return switch (element.normalName()) {
            case "select",
                    "button",
                    "textarea",
                    "nav",
                    "figcaption",
                    "script",
                    "style",
                    "noscript",
                    "template" ->
                    true;
            default -> false;
        };
    }
}
