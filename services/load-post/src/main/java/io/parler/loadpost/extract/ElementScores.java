package io.parler.loadpost.extract;

import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import io.parler.loadpost.dom.TextMetricsIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/// Scores elements by the running text in them: a text with commas and length adds points to its
/// ancestors, the nearest most.
final class ElementScores {
    private static final int MIN_TEXT_LENGTH = 25;
    private static final int MAX_ANCESTORS = 5;
    private static final int TOP = 5;
    private static final double CLOSE_SCORE = 0.75;
    private static final int MIN_CLOSE_CANDIDATES = 3;

    private final Strictness strictness;
    private final TextMetricsIndex measures;
    private final Map<Element, Double> scores = new HashMap<>();
    private final List<Element> candidates = new ArrayList<>();

    /// @param page must not change while it is scored
    ElementScores(Strictness strictness, Element page) {
        this.strictness = strictness;
        this.measures = TextMetricsIndex.under(page);
    }

    void add(Element element) {
        TextMetrics measure = measures.of(element);
        if (element.parent() == null || measure.length() < MIN_TEXT_LENGTH) {
            return;
        }
        double points = 2 + measure.commas() + Math.min(measure.length() / 100, 3);
        int level = 0;
        for (Element ancestor = element.parent();
                ancestor != null && level < MAX_ANCESTORS;
                ancestor = ancestor.parent(), level++) {
            if (ancestor.parent() == null || ancestor.normalName().equals("html")) {
                break;
            }
            if (!scores.containsKey(ancestor)) {
                candidates.add(ancestor);
            }
            double share = level == 0 ? 1 : level == 1 ? 2 : level * 3;
            scores.put(ancestor, of(ancestor) + points / share);
        }
    }

    boolean has(Element element) {
        return scores.containsKey(element);
    }

    /// The element's score; at first the one of its tag and class names.
    double of(Element element) {
        Double known = scores.get(element);
        return known != null ? known : start(element);
    }

    /// The element that contains the article; null if no text scored.
    @Nullable Element best() {
        for (Element candidate : candidates) {
            scores.put(candidate, of(candidate) * (1 - measures.links(candidate)));
        }
        List<Element> top =
                candidates.stream()
                        .sorted(Comparator.comparingDouble(this::of).reversed())
                        .limit(TOP)
                        .toList();
        if (top.isEmpty() || Tags.is(top.getFirst(), "body")) {
            return null;
        }
        return widenedToOnlyChild(raiseToBetterParent(sharedAncestor(top)));
    }

    /// Where several candidates score nearly alike, the article is their common ancestor.
    private Element sharedAncestor(List<Element> top) {
        Element first = top.getFirst();
        List<Elements> close =
                top.stream()
                        .skip(1)
                        .filter(e -> of(e) >= of(first) * CLOSE_SCORE)
                        .map(Element::parents)
                        .toList();
        if (close.size() < MIN_CLOSE_CANDIDATES) {
            return first;
        }
        for (Element parent = first.parent();
                parent != null && !Tags.is(parent, "body");
                parent = parent.parent()) {
            Element holder = parent;
            if (close.stream().filter(ancestors -> ancestors.contains(holder)).count()
                    >= MIN_CLOSE_CANDIDATES) {
                return parent;
            }
        }
        return first;
    }

    /// A parent with a higher score contains more of the article.
    private Element raiseToBetterParent(Element start) {
        if (!has(start)) {
            scores.put(start, start(start));
        }
        double last = of(start);
        double threshold = last / 3;
        for (Element parent = start.parent();
                parent != null && !Tags.is(parent, "body");
                parent = parent.parent()) {
            if (!has(parent)) {
                continue;
            }
            if (of(parent) < threshold) {
                return start;
            }
            if (of(parent) > last) {
                return parent;
            }
            last = of(parent);
        }
        return start;
    }

    private Element widenedToOnlyChild(Element start) {
        Element element = start;
        for (Element parent = start.parent();
                parent != null && !Tags.is(parent, "body") && parent.childrenSize() == 1;
                parent = parent.parent()) {
            element = parent;
        }
        scores.putIfAbsent(element, start(element));
        return element;
    }

    private double start(Element element) {
        int byTag =
                switch (element.normalName()) {
                    case "div" -> 5;
                    case "pre", "td", "blockquote" -> 3;
                    case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
                    case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
                    default -> 0;
                };
        return byTag + strictness.weight(element);
    }
}
