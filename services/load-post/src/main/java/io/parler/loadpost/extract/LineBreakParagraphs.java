package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Turns runs of `<br>`, the old way to separate paragraphs, into paragraphs. An element's
/// children are rebuilt at once: each single change would renumber all of them.
public final class LineBreakParagraphs {
    private final List<Node> newChildren = new ArrayList<>();
    private final List<Node> paragraphNodes = new ArrayList<>();
    private @Nullable Element paragraph;

    private LineBreakParagraphs() {}

    public static void toParagraphs(Element body) {
        var parents = new LinkedHashSet<Element>();
        for (Element lineBreak : body.getElementsByTag("br")) {
            Element parent = lineBreak.parent();
            if (parent != null && Tags.is(nextNonBlank(lineBreak.nextSibling()), "br")) {
                parents.add(parent);
            }
        }
        parents.forEach(parent -> new LineBreakParagraphs().rebuild(parent));
    }

    private void rebuild(Element parent) {
        List<Node> children = List.copyOf(parent.childNodes());
        parent.empty();
        int i = 0;
        while (i < children.size()) {
            int next = endOfBreaks(children, i);
            if (next > i + 1) {
                close();
                paragraph = new Element("p");
                newChildren.add(paragraph);
                i = next;
            } else {
                add(children.get(i++));
            }
        }
        close();
        parent.insertChildren(0, newChildren);
        if (Tags.is(parent, "p")) {
            parent.tagName("div");
        }
    }

    private void add(Node node) {
        if (paragraph != null && Tags.isPhrasing(node)) {
            paragraphNodes.add(node);
        } else {
            close();
            newChildren.add(node);
        }
    }

    private void close() {
        while (!paragraphNodes.isEmpty() && Tags.isBlankOrBreak(paragraphNodes.getLast())) {
            paragraphNodes.removeLast();
        }
        if (paragraph != null) {
            paragraph.insertChildren(0, paragraphNodes);
        }
        paragraphNodes.clear();
        paragraph = null;
    }

    /// The end of the run of line breaks that starts here; a single line break is no run.
    private static int endOfBreaks(List<Node> nodes, int from) {
        if (!Tags.is(nodes.get(from), "br")) {
            return from;
        }
        int end = from + 1;
        for (int i = end; i < nodes.size() && Tags.isBlankOrBreak(nodes.get(i)); i++) {
            end = Tags.is(nodes.get(i), "br") ? i + 1 : end;
        }
        return end;
    }

    private static @Nullable Node nextNonBlank(@Nullable Node start) {
        Node node = start;
        while (node != null && !(node instanceof Element) && PlainText.isBlank(node)) {
            node = node.nextSibling();
        }
        return node;
    }
}
