package io.parler.loadpost.extract;

import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import java.util.List;
import org.jsoup.nodes.Element;

/// Recognizes a box that holds only the heading of what follows it, perhaps with a link to itself
/// or to edit it.
final class HeadingBox {
    private static final double MIN_SHARE = 0.45;
    private static final double MAX_LINKS_BELOW = 0.5;

    private HeadingBox() {}

    static boolean is(Element box) {
        List<Element> headings = box.select("h1, h2, h3, h4, h5, h6");
        Element next = box.nextElementSibling();
        if (headings.size() != 1 || next == null || box.selectFirst("img, li, input") != null) {
            return false;
        }
        Element heading = headings.getFirst();
        return !isLink(heading)
                && PlainText.length(heading) > PlainText.length(box) * MIN_SHARE
                && PlainText.hasText(next)
                && TextMetrics.linkShareOf(next) < MAX_LINKS_BELOW;
    }

    /// A heading that is a link leads elsewhere.
    private static boolean isLink(Element heading) {
        return TextMetrics.linkShareOf(heading) > 0 || Tags.inside(heading, "a");
    }
}
