package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Joins the article's element with siblings that belong to it: an introduction, a second column,
/// paragraphs separated by advertisements.
final class SiblingJoiner {
    private static final Set<String> KEPT_TAGS =
            Set.of("div", "article", "section", "p", "ol", "ul");
    private static final Pattern SENTENCE_END = Pattern.compile("\\.( |$)");

    private SiblingJoiner() {}

    /// The best element and its siblings that belong to it.
    static List<Element> joined(Element best, ElementScores scores) {
        Element parent = best.parent();
        double threshold = Math.max(10, scores.of(best) * 0.2);
        return parent == null
                ? List.of(best)
                : parent.children().stream()
                        .filter(e -> e.equals(best) || belongs(e, best, scores, threshold))
                        .toList();
    }

    /// @param joined the best element and its siblings that belong to it
    static Element around(Element best, List<Element> joined) {
        var article = new Element("div");
        Element parent = best.parent();
        if (parent == null) {
            return article.appendChild(best);
        }
        var belonging = new HashSet<Node>(joined);
        for (Node node : List.copyOf(parent.childNodes())) {
            if (node instanceof Element sibling && belonging.contains(sibling)) {
                if (!KEPT_TAGS.contains(sibling.normalName())) {
                    sibling.tagName("div");
                }
                article.appendChild(sibling);
            } else {
                Surroundings.append(article, node);
            }
        }
        return article;
    }

    private static boolean belongs(
            Element sibling, Element best, ElementScores scores, double threshold) {
        boolean sameClass =
                !best.className().isEmpty() && sibling.className().equals(best.className());
        double bonus = sameClass ? scores.of(best) * 0.2 : 0;
        if (scores.has(sibling) && scores.of(sibling) + bonus >= threshold) {
            return true;
        }
        if (!Tags.is(sibling, "p")) {
            return false;
        }
        var text = PlainText.of(sibling);
        double links = TextMetrics.linkShareOf(sibling);
        boolean isSentence =
                !text.isEmpty()
                        && text.length() < 80
                        && links == 0
                        && SENTENCE_END.matcher(text).find();
        return isSentence || (text.length() > 80 && links < 0.25);
    }
}
