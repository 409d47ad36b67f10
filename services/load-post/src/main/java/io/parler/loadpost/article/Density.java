package io.parler.loadpost.article;

import java.util.Set;
import org.jsoup.nodes.Element;

/// Shares of an element's text: how much of it stands in links, headings and the like.
final class Density {
    /// A link within the page says little about it being navigation.
    private static final double INNER_LINK = 0.3;

    private Density() {}

    static double ofLinks(Element element) {
        int length = PlainText.length(element);
        if (length == 0) {
            return 0;
        }
        double linked = 0;
        for (var link : element.getElementsByTag("a")) {
            boolean inner = link.attr("href").length() > 1 && link.attr("href").startsWith("#");
            linked += PlainText.length(link) * (inner ? INNER_LINK : 1);
        }
        return linked / length;
    }

    /// May exceed 1, where such elements stand in each other.
    static double of(Element element, Set<String> tags) {
        int length = PlainText.length(element);
        if (length == 0) {
            return 0;
        }
        double sum = 0;
        for (var node = DomWalk.nextElement(element, element);
                node != null;
                node = DomWalk.nextElement(node, element)) {
            if (tags.contains(node.normalName())) {
                sum += PlainText.length(node);
            }
        }
        return sum / length;
    }
}
