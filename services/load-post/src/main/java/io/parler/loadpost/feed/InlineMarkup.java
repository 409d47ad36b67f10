package io.parler.loadpost.feed;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Writes markup that is part of a feed's XML as HTML, in which an empty element is not closed by
/// a slash.
final class InlineMarkup {
    private static final Set<String> VOID =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "param", "source", "track", "wbr");

    private final StringBuilder out = new StringBuilder();

    private InlineMarkup() {}

    static String inside(Element parent) {
        var markup = new InlineMarkup();
        markup.children(parent);
        return markup.out.toString().strip();
    }

    private void children(Element parent) {
        parent.childNodes().forEach(this::node);
    }

    private void node(Node node) {
        switch (node) {
            case CDataNode section -> out.append(section.getWholeText());
            case TextNode text -> escaped(text.getWholeText());
            case Element element -> element(element);
            default -> {}
        }
    }

    private void element(Element element) {
        String prefix = element.tag().prefix();
        String name =
                prefix.isEmpty() || element.tag().namespace().endsWith("/xhtml")
                        ? element.tag().localName()
                        : element.tagName();
        out.append('<').append(name);
        for (Attribute attribute : element.attributes()) {
            if (attribute.getValue().equals(Parser.NamespaceHtml)) {
                continue; // it becomes HTML
            }
            out.append(' ').append(attribute.getKey()).append("=\"");
            escaped(attribute.getValue());
            out.append('"');
        }
        if (VOID.contains(name.toLowerCase(Locale.ROOT))) {
            out.append(" />");
            children(element); // an unclosed element contains its successors
        } else {
            out.append('>');
            children(element);
            out.append("</").append(name).append('>');
        }
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
