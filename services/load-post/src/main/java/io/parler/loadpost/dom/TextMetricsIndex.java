package io.parler.loadpost.dom;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Holds the metrics of all elements of a tree, measured in one walk. Measured one by one, each
/// text would be counted again for each ancestor.
public final class TextMetricsIndex {
    private final Map<Element, TextMetrics> measured = new HashMap<>();

    private TextMetricsIndex() {}

    public static TextMetricsIndex under(Element root) {
        var measures = new TextMetricsIndex();
        TextMetrics.of(root, measures.measured::put);
        return measures;
    }

    /// The metrics of an element, which may have been added to the tree later.
    public TextMetrics of(Element element) {
        TextMetrics known = measured.get(element);
        return known != null ? known : TextMetrics.of(element);
    }

    public double links(Element element) {
        return of(element).linkShareWith(element);
    }
}
