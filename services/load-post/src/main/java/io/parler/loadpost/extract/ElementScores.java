package io.parler.loadpost.extract;

import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetricsIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Points for elements by the running text in and under them: text with commas and length scores
/// for the elements around it, the nearest most.
final class ElementScores {
    private static final int MIN_TEXT = 25;
    private static final int ANCESTORS = 5;
    private static final int TOP = 5;
    private static final double CLOSE = 0.75;
    private static final int CLOSE_ENOUGH = 3;

    private final Strictness strictness;
    private final TextMetricsIndex measures;
    private final Map<Element, Double> scores = new HashMap<>();
    private final List<Element> candidates = new ArrayList<>();

    /// @param page whose tree stays as it is while it is scored
    ElementScores(Strictness strictness, Element page) {
        this.strictness = strictness;
        this.measures = TextMetricsIndex.under(page);
    }

    void add(Element element) {
        var measure = measures.of(element);
        if (element.parent() == null || measure.length() < MIN_TEXT) {
            return;
        }
        double points = 2 + measure.commas() + Math.min(measure.length() / 100, 3);
        int level = 0;
        for (var ancestor = element.parent();
                ancestor != null && level < ANCESTORS;
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

    /// What it has, or what its tag and names give it to start with.
    double of(Element element) {
        var known = scores.get(element);
        return known != null ? known : start(element);
    }

    /// The element that holds the article, or nothing where no text scored.
    @Nullable Element best() {
        for (var candidate : candidates) {
            scores.put(candidate, of(candidate) * (1 - measures.links(candidate)));
        }
        var top =
                candidates.stream()
                        .sorted(Comparator.comparingDouble(this::of).reversed())
                        .limit(TOP)
                        .toList();
        if (top.isEmpty() || Tags.is(top.getFirst(), "body")) {
            return null;
        }
        return widenedToOnlyChild(raised(sharedAncestor(top)));
    }

    /// Where several parts score nearly alike, the article is what holds them all.
    private Element sharedAncestor(List<Element> top) {
        var first = top.getFirst();
        var close =
                top.stream()
                        .skip(1)
                        .filter(e -> of(e) >= of(first) * CLOSE)
                        .map(Element::parents)
                        .toList();
        if (close.size() < CLOSE_ENOUGH) {
            return first;
        }
        for (var parent = first.parent();
                parent != null && !Tags.is(parent, "body");
                parent = parent.parent()) {
            var holder = parent;
            if (close.stream().filter(ancestors -> ancestors.contains(holder)).count()
                    >= CLOSE_ENOUGH) {
                return parent;
            }
        }
        return first;
    }

    /// A parent that scores higher still holds more of the article.
    private Element raised(Element start) {
        if (!has(start)) {
            scores.put(start, start(start));
        }
        double last = of(start);
        double threshold = last / 3;
        for (var parent = start.parent();
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
        var element = start;
        for (var parent = start.parent();
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
