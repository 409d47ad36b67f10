package io.parler.loadpost.page;

import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.PlainText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Finds what a browser doesn't show: hidden elements, closed dialogs, popovers, and what the
/// page's own simple style rules hide. What a script shows when the page is loaded, or a click in
/// an accordion, is not hidden.
final class HiddenText {
    private static final Pattern HIDING_STYLE =
            Pattern.compile(
                    "display\\s*:\\s*none|visibility\\s*:\\s*hidden"
                            + "|(?:left|top|text-indent)\\s*:\\s*-[0-9]{4,}"
                            + "|clip\\s*:\\s*rect\\(\\s*[01](?:px)?[\\s,]|clip-path\\s*:\\s*inset\\(\\s*(?:50|100)%\\s*\\)",
                    Pattern.CASE_INSENSITIVE);
    private static final int MAX_SELECTORS = 2000;
    private static final Pattern SIMPLE_SELECTOR = Pattern.compile("[.#][A-Za-z_][\\w-]{0,80}");
    private static final Pattern STREAMED = Pattern.compile("S:[0-9a-z]{1,6}");
    private static final int MAX_STYLES = 300_000;
    private static final double MOST = 0.5;
    private static final int MIN_ARTICLE = 500;

    private final Document document;
    private final Set<String> hidingSelectors = new HashSet<>();
    private final Map<String, Boolean> hidingNames = new HashMap<>();
    private @Nullable Set<String> expandable;

    private HiddenText(Document document) {
        this.document = document;
        readStyles();
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
                        || hidesItself(element.attr("style"))
                        || element.hasAttr("popover")
                        || isHiddenByRule(element);
        return hidden && !isShownLater(element);
    }

    private static boolean hidesItself(String style) {
        if (style.isEmpty()) {
            return false;
        }
        String lower = style.toLowerCase(Locale.ROOT);
        return (lower.contains("none")
                        || lower.contains("hidden")
                        || lower.contains("rect(")
                        || lower.contains("inset(")
                        || hasNegativeNumber(lower))
                && HIDING_STYLE.matcher(style).find();
    }

    private static boolean hasNegativeNumber(String style) {
        for (int i = style.indexOf('-'); i >= 0; i = style.indexOf('-', i + 1)) {
            if (i + 1 < style.length()
                    && style.charAt(i + 1) >= '0'
                    && style.charAt(i + 1) <= '9') {
                return true;
            }
        }
        return false;
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
                || (!element.id().isEmpty() && expandable().contains(element.id()));
    }

    /// The ids of what a click unfolds. Few pages need them.
    private Set<String> expandable() {
        if (expandable == null) {
            expandable = new HashSet<>();
            for (Element toggle : document.getElementsByAttributeValue("aria-expanded", "false")) {
                expandable.addAll(List.of(toggle.attr("aria-controls").strip().split("\\s+", -1)));
                addTarget(toggle.attr("data-target"), expandable);
                addTarget(toggle.attr("data-bs-target"), expandable);
                addTarget(toggle.attr("href"), expandable);
            }
        }
        return expandable;
    }

    private static void addTarget(String selector, Set<String> ids) {
        if (selector.startsWith("#")) {
            ids.add(selector.substring(1).strip());
        }
    }

    private void readStyles() {
        int length = 0;
        for (Element style : document.getElementsByTag("style")) {
            String css = style.data();
            length += css.length();
            if (length > MAX_STYLES) {
                return;
            }
            String media = style.attr("media");
            if ((mayHide(css) || !hidingSelectors.isEmpty())
                    && (media.isEmpty() || media.equals("all") || media.equals("screen"))) {
                readRules(withoutConditions(withoutComments(css)));
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
            readRule(css, start, open, css.substring(open + 1, close));
            start = close + 1;
            open = css.indexOf('{', start);
        }
    }

    private void readRule(String css, int start, int end, String declarations) {
        boolean hides = mayHide(declarations) && HIDING_STYLE.matcher(declarations).find();
        if (end - start > MAX_SELECTORS
                || !(hides || (!hidingSelectors.isEmpty() && declarations.contains("display")))) {
            return;
        }
        for (String text : css.substring(start, end).split(",", -1)) {
            String selector = text.strip();
            if (!hides) {
                hidingSelectors.remove(selector);
            } else if (SIMPLE_SELECTOR.matcher(selector).matches()) {
                hidingSelectors.add(selector);
            }
        }
    }

    /// A quick look, because few of many rules hide anything.
    private static boolean mayHide(String declarations) {
        return declarations.contains("none")
                || declarations.contains("hidden")
                || declarations.contains("rect(")
                || declarations.contains("inset(")
                || declarations.contains(":-")
                || declarations.contains(": -");
    }

    private static String withoutComments(String css) {
        int comment = css.indexOf("/*");
        if (comment < 0) {
            return css;
        }
        var out = new StringBuilder(css.length());
        int start = 0;
        while (comment >= 0) {
            int end = css.indexOf("*/", comment + 2);
            if (end < 0) {
                break;
            }
            out.append(css, start, comment).append(' ');
            start = end + 2;
            comment = css.indexOf("/*", start);
        }
        return out.append(css, start, css.length()).toString();
    }

    /// The style rules that always apply: not those for print, small screens or old browsers.
    private static String withoutConditions(String css) {
        if (css.indexOf('@') < 0) {
            return css;
        }
        var out = new StringBuilder(css.length());
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
