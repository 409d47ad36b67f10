package io.parler.loadpost.dom;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// Recognizes the ingredients and steps of a recipe. They often look like a form, with a box to
/// tick beside each, or like a list of links.
public final class Recipes {
    private static final Evaluator PARTS =
            Selector.evaluatorOf(
                    "[itemprop~=(?i)^(?:recipe)?(?:ingredients?|instructions)$]"
                            + ", [class~=(?i)(?:^|[\\s_-])ingredients?(?:$|[\\s_-])]"
                            + ", [class~=(?i)recipe-?(?:instruction|direction|method|step)]");

    private Recipes() {}

    /// Whether the element contains ingredients or steps, or is in a list of them.
    public static boolean isPart(Element element) {
        if (element.selectFirst(PARTS) != null) {
            return true;
        }
        for (Element parent = element.parent(); parent != null; parent = parent.parent()) {
            if (parent.is(PARTS)) {
                return true;
            }
        }
        return false;
    }
}
