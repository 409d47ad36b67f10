package io.parler.loadpost.dom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Takes the place of an element that is not part of the article. Its text is not measured any
/// more, but is still listed, with the reason.
public final class Skipped extends Comment {
    private static final int FEW = 4;

    private final Element element;
    private final String reason;

    private Skipped(Element element, String reason) {
        super("");
        this.element = element;
        this.reason = reason;
    }

    public Element element() {
        return element;
    }

    public String reason() {
        return reason;
    }

    /// The node that represents a skipped element that has left its place.
    public static Skipped of(Element detached, String reason) {
        return new Skipped(detached, reason);
    }

    /// Puts a placeholder in the place of each element. Many at once, because each single change
    /// renumbers all siblings.
    public static void replaceAll(Map<Element, String> reasons) {
        if (reasons.size() <= FEW) {
            reasons.forEach(
                    (element, reason) -> {
                        if (element.parent() != null) {
                            element.replaceWith(new Skipped(element, reason));
                        }
                    });
            return;
        }
        var parents = new LinkedHashSet<Element>();
        reasons.keySet().stream()
                .map(Element::parent)
                .filter(parent -> parent != null)
                .forEach(parents::add);
        var wanted = new HashMap<Node, String>(reasons);
        for (Element parent : parents) {
            List<Node> nodes = List.copyOf(parent.childNodes());
            parent.empty();
            var kept = new ArrayList<Node>(nodes.size());
            for (Node node : nodes) {
                String reason = wanted.get(node);
                kept.add(
                        reason != null && node instanceof Element element
                                ? new Skipped(element, reason)
                                : node);
            }
            parent.insertChildren(0, kept);
        }
    }
}
