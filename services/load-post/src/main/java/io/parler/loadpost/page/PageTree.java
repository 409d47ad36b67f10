package io.parler.loadpost.page;

import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.NodeRemoval;
import io.parler.loadpost.dom.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/// Parses a page to a tree of limited depth and size, and cleans it up.
public final class PageTree {
    static final int MAX_DEPTH = 150;
    static final int MAX_CHARACTERS = 6_000_000;
    /// Names by which common style sheets hide an element on every screen.
    private static final Pattern HIDDEN_NAME =
            Pattern.compile(
                    "(?i)(?:^|\\s)(?:hidden|d-none|is-hidden|u-hidden|hide|sr[-_]only|show-for-sr|screen-?reader-(?:text|only)"
                            + "|(?:[\\w-]+[-_])?visually-?hidden|a11y-hidden|element-invisible|off-?screen|assistive-text)(?:$|\\s)");
    private static final Pattern SHOWN_NAME =
            Pattern.compile(
                    "(?i)(?:^|\\s)(?:(?:sm|md|lg|xl|2xl|print):!?(?:block|flex|grid|inline\\S*|table\\S*|contents)"
                            + "|d-(?:sm|md|lg|xl|xxl)-(?:block|flex|grid|inline\\S*|table\\S*))(?:$|\\s)");
    private static final Pattern TOOLTIP =
            Pattern.compile(
                    "(?i)(?:^|\\s)(?:(?:[\\w-]*[_-])?tool-?tip[_-]*(?:text|content|body|inner|box|popup|message)"
                            + "|(?:rollover|hovercard|popover|flyout)[\\w-]*(?:block|content|body|text|inner))(?:$|\\s)");

    private static final int MIN_ARTICLE_LENGTH = 500;
    private static final double MIN_SHARE = 0.6;

    private PageTree() {}

    /// Empty if the page has too many elements.
    public static Optional<Document> parse(String html, String url) {
        if (html.length() > MAX_CHARACTERS || !MarkupLimits.isWithinLimits(html)) {
            return Optional.empty();
        }
        return Optional.of(Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, url));
    }

    /// Removes scripts, styles and comments, and normalizes formulas. The metadata must have been
    /// read before.
    public static void removeNonText(Document document) {
        restoreLazyImages(document);
        showNoscriptArticle(document);
        NodeRemoval.removeAll(HiddenText.in(document));
        var dropped = new ArrayList<Node>();
        var formulas = new ArrayList<Element>();
        Node node = document;
        while (node != null) {
            if (node instanceof Comment || node instanceof DataNode) {
                dropped.add(node);
            } else if (node instanceof Element element) {
                if (Formulas.isFormula(element)) {
                    formulas.add(element);
                    node = DomWalk.afterSubtree(node, document);
                    continue;
                }
                switch (element.normalName()) {
                    case "script", "noscript", "style", "template", "select", "datalist" ->
                            dropped.add(node);
                    case "font" -> element.tagName("span");
                    case "amp-img", "amp-anim" -> element.tagName("img");
                    case "amp-iframe", "amp-video", "amp-youtube", "amp-audio" ->
                            element.tagName("iframe");
                    case "amp-ad",
                            "amp-embed",
                            "amp-sidebar",
                            "amp-social-share",
                            "amp-consent",
                            "amp-user-notification",
                            "amp-sticky-ad",
                            "amp-analytics" ->
                            dropped.add(node);
                    default -> {}
                }
            }
            node = DomWalk.next(node, document);
        }
        Formulas.normalize(formulas);
        NodeRemoval.removeAll(dropped);
    }

    /// An image that a script loads later is in the `noscript` beside it, ready to be shown.
    private static void restoreLazyImages(Document document) {
        for (Element fallback : document.getElementsByTag("noscript")) {
            List<Element> images = List.copyOf(fallback.getElementsByTag("img"));
            Element previous = fallback.previousElementSibling();
            if (images.size() == 1
                    && !PlainText.hasText(fallback)
                    && previous != null
                    && onlyImage(previous)) {
                previous.replaceWith(images.getFirst());
            }
        }
    }

    /// Some pages contain their article only in a `noscript`.
    private static void showNoscriptArticle(Document document) {
        for (Element fallback : List.copyOf(document.body().getElementsByTag("noscript"))) {
            if (PlainText.prefix(fallback, MIN_ARTICLE_LENGTH).length() < MIN_ARTICLE_LENGTH) {
                continue;
            }
            int within = PlainText.length(fallback);
            if (within > PlainText.length(document.body()) * MIN_SHARE) {
                fallback.tagName("div");
            }
        }
    }

    private static boolean onlyImage(Element element) {
        return !PlainText.hasText(element)
                && (element.normalName().equals("img")
                        || element.getElementsByTag("img").size() == 1);
    }

    /// Why an element is not meant for readers, by its attributes.
    public static Optional<String> hiddenByAttribute(Element element) {
        if (element.attr("aria-hidden").equals("true")
                && !element.className().contains("fallback-image")) {
            return Optional.of("hidden");
        }
        return element.attr("role").equals("tooltip") ? Optional.of("a tooltip") : Optional.empty();
    }

    /// A quick look, because few of many names hide anything.
    private static boolean mayHide(String lower) {
        return lower.contains("hid")
                || lower.contains("none")
                || lower.contains("tool")
                || lower.contains("over")
                || lower.contains("flyout")
                || lower.contains("sr-only")
                || lower.contains("reader-")
                || lower.contains("assistive")
                || lower.contains("invisible")
                || lower.contains("screen")
                || lower.contains("sr_only")
                || lower.contains("for-sr");
    }

    /// Why an element is not meant for readers, by its class names.
    public static Optional<String> hiddenByName(String names) {
        if (!mayHide(names.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (HIDDEN_NAME.matcher(names).find() && !SHOWN_NAME.matcher(names).find()) {
            return Optional.of("hidden");
        }
        return TOOLTIP.matcher(names).find() ? Optional.of("a tooltip") : Optional.empty();
    }
}
