package io.parler.loadpost.dom;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/// Walks a tree in document order, without recursion. The tree may change during the walk.
public final class DomWalk {
    private DomWalk() {}

    /// The next node within the root: a child first.
    public static @Nullable Node next(Node node, Node root) {
        if (node.childNodeSize() > 0) {
            return node.childNode(0);
        }
        return afterSubtree(node, root);
    }

    /// The next node after this one and its descendants.
    public static @Nullable Node afterSubtree(Node node, Node root) {
        for (Node n = node; n != null && !n.equals(root); n = n.parent()) {
            Node sibling = n.nextSibling();
            if (sibling != null) {
                return sibling;
            }
        }
        return null;
    }

    public static @Nullable Element nextElement(Element element, Node root) {
        return elementFrom(next(element, root), root);
    }

    /// The next element after this one and its descendants.
    public static @Nullable Element elementAfter(Element element, Node root) {
        return elementFrom(afterSubtree(element, root), root);
    }

    private static @Nullable Element elementFrom(@Nullable Node start, Node root) {
        for (Node node = start; node != null; node = next(node, root)) {
            if (node instanceof Element element) {
                return element;
            }
        }
        return null;
    }
}
