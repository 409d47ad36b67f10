package io.parler.loadpost.page;

import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds what a browser doesn't show: hidden elements, closed dialogs, popovers, and what the
/// page's own simple style rules hide. What a script shows when the page is loaded, or a click in
/// an accordion, is not hidden.
final class HiddenText {
    private static final Pattern HIDING_STYLE =
            Pattern.compile(
                    "display\\s*:\\s*none|visibility\\s*:\\s*hidden"
                            + "|(?:left|top|text-indent)\\s*:\\s*-[0-9]{4,}"
                            + "|clip\\s*:\\s*rect\\(\\s*[01](?:px)?[\\s,]",
                    Pattern.CASE_INSENSITIVE);
    private static final int MAX_SELECTORS = 2000;
    private static final Pattern SIMPLE_SELECTOR = Pattern.compile("[.#][A-Za-z_][\\w-]{0,80}");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern STREAMED = Pattern.compile("S:[0-9a-z]{1,6}");
    private static final int MAX_STYLES = 300_000;
    private static final double MOST = 0.5;
    private static final int MIN_ARTICLE = 500;

    private final Document document;
    private final Set<String> hidingSelectors = new HashSet<>();
    private final Map<String, Boolean> hidingNames = new HashMap<>();
    private final Set<String> expandable = new HashSet<>();

    private HiddenText(Document document) {
        this.document = document;
        readStyles();
        for (Element toggle : document.getElementsByAttributeValue("aria-expanded", "false")) {
            expandable.addAll(List.of(toggle.attr("aria-controls").strip().split("\\s+", -1)));
            addTarget(toggle.attr("data-target"));
            addTarget(toggle.attr("data-bs-target"));
            addTarget(toggle.attr("href"));
        }
    }

    /// The elements that are not shown, outermost only.
    static List<Element> in(Document document) {
        return new HiddenText(document).find();
    }

    private List<Element> find() {
        var hidden = new ArrayList<Element>();
        int all = -1;
        Element body = document.body();
        Element element = DomWalk.nextElement(body, body);
        while (element != null) {
            if (isHidden(element)) {
                if (all < 0) {
                    all = PlainText.length(body);
                }
                int length = PlainText.length(element);
                if (length < MIN_ARTICLE || length < all * MOST) {
                    hidden.add(element);
                    element = DomWalk.elementAfter(element, body);
                    continue;
                }
            }
            element = DomWalk.nextElement(element, body);
        }
        return hidden;
    }

    private boolean isHidden(Element element) {
        if (element.attributes().isEmpty()) {
            return element.normalName().equals("dialog");
        }
        if (element.normalName().equals("dialog") && !element.hasAttr("open")) {
            return true;
        }
        boolean hidden =
                element.attributes().hasKeyIgnoreCase("hidden")
                        || (element.hasAttr("style")
                                && HIDING_STYLE.matcher(element.attr("style")).find())
                        || element.hasAttr("popover")
                        || isHiddenByRule(element);
        return hidden && !isShownLater(element);
    }

    private boolean isHiddenByRule(Element element) {
        if (hidingSelectors.isEmpty()) {
            return false;
        }
        String names = element.className();
        return (!element.id().isEmpty() && hidingSelectors.contains("#" + element.id()))
                || (!names.isEmpty() && hidingNames.computeIfAbsent(names, this::hides));
    }

    private boolean hides(String names) {
        for (String name : names.strip().split("\\s+", -1)) {
            if (hidingSelectors.contains("." + name)) {
                return true;
            }
        }
        return false;
    }

    private boolean isShownLater(Element element) {
        return element.attr("hidden").equalsIgnoreCase("until-found")
                || STREAMED.matcher(element.id()).matches()
                || (!element.id().isEmpty() && expandable.contains(element.id()));
    }

    private void addTarget(String selector) {
        if (selector.startsWith("#")) {
            expandable.add(selector.substring(1).strip());
        }
    }

    private void readStyles() {
        int length = 0;
        for (Element style : document.getElementsByTag("style")) {
            length += style.data().length();
            if (length > MAX_STYLES) {
                return;
            }
            String media = style.attr("media");
            if (style.data().contains(":") && (media.isEmpty() || media.matches("all|screen"))) {
                readRules(withoutConditions(COMMENT.matcher(style.data()).replaceAll(" ")));
            }
        }
    }

    private void readRules(String css) {
        int start = 0;
        int open = css.indexOf('{');
        while (open >= 0) {
            int close = css.indexOf('}', open);
            if (close < 0) {
                return;
            }
            readRule(css.substring(start, open), css.substring(open + 1, close));
            start = close + 1;
            open = css.indexOf('{', start);
        }
    }

    private void readRule(String selectors, String declarations) {
        boolean hides = mayHide(declarations) && HIDING_STYLE.matcher(declarations).find();
        if (selectors.length() > MAX_SELECTORS
                || !(hides || (!hidingSelectors.isEmpty() && declarations.contains("display")))) {
            return;
        }
        for (String selector : selectors.split(",", -1)) {
            if (SIMPLE_SELECTOR.matcher(selector.strip()).matches()) {
                if (hides) {
                    hidingSelectors.add(selector.strip());
                } else {
                    hidingSelectors.remove(selector.strip());
                }
            }
        }
    }

    /// A quick look, because few of many rules hide anything.
    private static boolean mayHide(String declarations) {
        return declarations.contains("none")
                || declarations.contains("hidden")
                || declarations.contains("rect(")
                || declarations.contains(":-")
                || declarations.contains(": -");
    }

    /// The style rules that always apply: not those for print, small screens or old browsers.
    private static String withoutConditions(String css) {
        var out = new StringBuilder();
        int depth = 0;
        int skippedUntil = -1;
        for (int i = 0; i < css.length(); i++) {
            char c = css.charAt(i);
            if (c == '@' && skippedUntil < 0) {
                int open = css.indexOf('{', i);
                int end = css.indexOf(';', i);
                if (open < 0 || (end >= 0 && end < open)) {
                    i = end < 0 ? css.length() : end;
                    continue;
                }
                skippedUntil = depth;
                i = open;
                depth++;
            } else if (c == '{') {
                depth++;
                append(out, c, skippedUntil);
            } else if (c == '}') {
                depth--;
                append(out, c, skippedUntil);
                skippedUntil = skippedUntil >= 0 && depth <= skippedUntil ? -1 : skippedUntil;
            } else {
                append(out, c, skippedUntil);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c, int skippedUntil) {
        if (skippedUntil < 0) {
            out.append(c);
        }
    }
}
