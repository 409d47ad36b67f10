package io.parler.loadpost.dom;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Removes many nodes at once: removing them one by one renumbers all siblings each time.
public final class NodeRemoval {
    private static final int FEW = 4;

    private NodeRemoval() {}

    public static void removeAll(Collection<? extends Node> removed) {
        if (removed.size() <= FEW) {
            removed.forEach(Node::remove);
            return;
        }
        var gone = new HashSet<Node>(removed);
        var parents = new LinkedHashSet<Node>();
        removed.stream().map(Node::parent).filter(Objects::nonNull).forEach(parents::add);
        for (Node parent : parents) {
            if (parent instanceof Element element) {
                List<Node> kept =
                        element.childNodes().stream().filter(node -> !gone.contains(node)).toList();
                element.empty();
                element.insertChildren(0, List.copyOf(kept));
            } else {
                List.copyOf(parent.childNodes()).stream()
                        .filter(gone::contains)
                        .forEach(Node::remove);
            }
        }
    }
}
