package io.parler.loadpost.article;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Turns rows of `<br>`, the old way to write a paragraph, into paragraphs.
final class LineBreaks {
    private LineBreaks() {}

    static void toParagraphs(Element body) {
        for (var lineBreak : List.copyOf(body.getElementsByTag("br"))) {
            if (lineBreak.parent() != null && dropRepeats(lineBreak)) {
                var paragraph = new Element("p");
                lineBreak.replaceWith(paragraph);
                gather(paragraph);
                var parent = paragraph.parent();
                if (Tags.is(parent, "p") && parent != null) {
                    parent.tagName("div");
                }
            }
        }
    }

    private static boolean dropRepeats(Element lineBreak) {
        boolean repeated = false;
        var next = pastBlank(lineBreak.nextSibling());
        while (next != null && Tags.is(next, "br")) {
            repeated = true;
            var following = next.nextSibling();
            next.remove();
            next = pastBlank(following);
        }
        return repeated;
    }

    private static void gather(Element paragraph) {
        var next = paragraph.nextSibling();
        while (next != null) {
            boolean repeated = Tags.is(next, "br") && Tags.is(pastBlank(next.nextSibling()), "br");
            if (repeated || !Tags.isPhrasing(next)) {
                break;
            }
            var following = next.nextSibling();
            paragraph.appendChild(next);
            next = following;
        }
        var last = paragraph.lastChild();
        while (last != null && Tags.isBlankOrBreak(last)) {
            last.remove();
            last = paragraph.lastChild();
        }
    }

    private static @Nullable Node pastBlank(@Nullable Node start) {
        var node = start;
        while (node != null && !(node instanceof Element) && PlainText.isBlank(node)) {
            node = node.nextSibling();
        }
        return node;
    }
}
