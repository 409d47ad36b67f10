package io.parler.loadpost.article;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// All elements of a tree, measured in one walk: one by one, each text would be counted anew for
/// all that is around it.
final class Measures {
    private final Map<Element, Measure> measured = new HashMap<>();

    private Measures() {}

    static Measures under(Element root) {
        var measures = new Measures();
        measures.walk(root);
        return measures;
    }

    /// Of one element, which may also have come into the tree later.
    Measure of(Element element) {
        var known = measured.get(element);
        return known != null ? known : Measure.of(element);
    }

    double links(Element element) {
        return of(element).linksWith(element);
    }

    private Measure walk(Element element) {
        var measure = new Measure();
        for (int i = 0; i < element.childNodeSize(); i++) {
            var child = element.childNode(i);
            if (child instanceof TextNode text) {
                measure.addText(text.getWholeText());
            } else if (child instanceof Element inner) {
                measure.add(inner, walk(inner));
            }
        }
        measured.put(element, measure);
        return measure;
    }
}
