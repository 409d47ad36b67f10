package io.parler.loadpost.dom;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Groups of HTML elements that are treated alike.
public final class Tags {
    static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /// Elements that turn a `div` around them into more than a paragraph.
    static final Set<String> BLOCKS =
            Set.of("blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul");

    private static final Set<String> PHRASING =
            Set.of(
                    "abbr",
                    "audio",
                    "b",
                    "bdo",
                    "br",
                    "button",
                    "cite",
                    "code",
                    "data",
                    "datalist",
                    "dfn",
                    "em",
                    "embed",
                    "i",
                    "img",
                    "input",
                    "kbd",
                    "label",
                    "mark",
                    "math",
                    "meter",
                    "noscript",
                    "object",
                    "output",
                    "progress",
                    "q",
                    "ruby",
                    "samp",
                    "script",
                    "select",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "sup",
                    "textarea",
                    "time",
                    "var",
                    "wbr");

    private static final Set<String> ON_LINES_OF_THEIR_OWN =
            Set.of(
                    "p",
                    "div",
                    "section",
                    "article",
                    "main",
                    "header",
                    "footer",
                    "aside",
                    "nav",
                    "address",
                    "details",
                    "summary",
                    "dl",
                    "dt",
                    "dd",
                    "form",
                    "fieldset",
                    "legend",
                    "center",
                    "tbody",
                    "thead",
                    "tfoot",
                    "tr",
                    "td",
                    "th",
                    "caption",
                    "hgroup",
                    "picture",
                    "dialog");

    private static final Set<String> INLINE_STYLES =
            Set.of("font", "u", "s", "strike", "big", "tt", "nobr", "acronym", "bdi", "rt", "rp");

    private static final Set<String> PHRASING_IF_ALL_IN_THEM_IS = Set.of("a", "del", "ins");

    private Tags() {}

    public static boolean is(@Nullable Node node, String tag) {
        return node instanceof Element element && element.normalName().equals(tag);
    }

    public static boolean isHeading(Element element) {
        return HEADINGS.contains(element.normalName());
    }

    /// Whether a browser shows the element on lines of its own.
    public static boolean isBlockLevel(Element element) {
        return ON_LINES_OF_THEIR_OWN.contains(element.normalName());
    }

    /// Whether a browser shows the element within a line, whatever is in it.
    public static boolean isInline(Element element) {
        return PHRASING.contains(element.normalName())
                || PHRASING_IF_ALL_IN_THEM_IS.contains(element.normalName())
                || INLINE_STYLES.contains(element.normalName());
    }

    /// Whether the node is part of running text.
    public static boolean isPhrasing(Node node) {
        if (node instanceof TextNode) {
            return true;
        }
        if (node instanceof Skipped skipped) {
            return isPhrasing(skipped.element());
        }
        if (!(node instanceof Element element)) {
            return false;
        }
        return PHRASING.contains(element.normalName())
                || (PHRASING_IF_ALL_IN_THEM_IS.contains(element.normalName())
                        && element.childNodes().stream().allMatch(Tags::isPhrasing));
    }

    public static boolean isBlankOrBreak(Node node) {
        return (node instanceof TextNode && PlainText.isBlank(node)) || is(node, "br");
    }

    public static boolean inside(Element element, String tag) {
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            if (parent.normalName().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the element contains one that is shown on lines of its own.
    public static boolean containsBlocks(Element element) {
        Node node = element.firstChild();
        while (node != null) {
            if (node instanceof Element inner && BLOCKS.contains(inner.normalName())) {
                return true;
            }
            node = DomWalk.next(node, element);
        }
        return false;
    }
}
