package io.parler.loadpost.dom;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/// All elements of a tree, measured in one walk: one by one, each text would be counted anew for
/// all that is around it.
public final class TextMetricsIndex {
    private final Map<Element, TextMetrics> measured = new HashMap<>();

    private TextMetricsIndex() {}

    public static TextMetricsIndex under(Element root) {
        var measures = new TextMetricsIndex();
        TextMetrics.of(root, measures.measured::put);
        return measures;
    }

    /// Of one element, which may also have come into the tree later.
    public TextMetrics of(Element element) {
        var known = measured.get(element);
        return known != null ? known : TextMetrics.of(element);
    }

    public double links(Element element) {
        return of(element).linksWith(element);
    }
}
