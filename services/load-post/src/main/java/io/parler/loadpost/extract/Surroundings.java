package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.dom.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// What is around the article in its own region of the page: its `<main>` or `<article>`, or else
/// the whole page but for its header, navigation and footer. It is listed as skipped, so that
/// everybody can see what was left out.
final class Surroundings {
    static final String BESIDE = "beside the article";
    private static final Set<String> CHROME = Set.of("header", "nav", "footer", "aside");

    private final List<Node> before = new ArrayList<>();
    private final List<Node> after = new ArrayList<>();

    private Surroundings() {}

    /// @param content still in its place
    static Surroundings of(Element content) {
        var surroundings = new Surroundings();
        Element region = region(content);
        Element branch = content;
        Element parent = branch.parent();
        while (parent != null && !branch.equals(region)) {
            surroundings.addSiblings(branch, parent);
            branch = parent;
            parent = branch.parent();
        }
        return surroundings;
    }

    private void addSiblings(Element branch, Element parent) {
        boolean isBefore = true;
        var siblingsBefore = new ArrayList<Node>();
        for (Node node : parent.childNodes()) {
            if (node.equals(branch)) {
                isBefore = false;
            } else if (!(Tags.is(parent, "body") && isChrome(node))) {
                (isBefore ? siblingsBefore : after).add(node);
            }
        }
        before.addAll(0, siblingsBefore);
    }

    /// The article with what was around it.
    Element around(Element article) {
        var page = new Element("div");
        before.forEach(node -> append(page, node));
        page.appendChild(article);
        after.forEach(node -> append(page, node));
        return page;
    }

    /// Adds a node of the page as skipped.
    static void append(Element page, Node node) {
        append(page, node, BESIDE);
    }

    static void append(Element page, Node node, String reason) {
        if (node instanceof Element element) {
            element.remove();
            page.appendChild(Skipped.of(element, reason));
        } else if (node instanceof TextNode text && !PlainText.isBlank(text)) {
            Element paragraph = new Element("p");
            paragraph.appendChild(text);
            page.appendChild(Skipped.of(paragraph, reason));
        } else if (node instanceof Skipped) {
            page.appendChild(node);
        }
    }

    private static Element region(Element content) {
        Element region = content;
        boolean marked = false;
        for (Element parent = content;
                parent != null && !Tags.is(parent, "html");
                parent = parent.parent()) {
            boolean own =
                    Tags.is(parent, "main")
                            || Tags.is(parent, "article")
                            || parent.attr("role").equals("main");
            if (own || !marked) {
                region = parent;
            }
            marked |= own;
        }
        return region;
    }

    private static boolean isChrome(Node node) {
        Node element = node instanceof Skipped skipped ? skipped.element() : node;
        return element instanceof Element child && CHROME.contains(child.normalName());
    }
}
