package io.parler.loadpost.dom;

import java.util.function.BiConsumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Measures part of a page: the length of its text, how much of it is in links, lists and
/// headings, and the number of some elements. The metrics of parts add up, so that a tree is
/// measured in one walk.
public final class TextMetrics {
    /// A link within the page is a weak sign of navigation.
    private static final double INNER_LINK = 0.3;

    private int length;
    private boolean blankBefore;
    private boolean blankAfter;
    private int commas;
    private int linked;
    private int linkedWithin;
    private int inHeadings;
    private int inLists;
    private int inHolders;
    private int paragraphs;
    private int images;
    private int items;
    private int inputs;
    private int embeds;
    private boolean video;

    public static TextMetrics of(Element element) {
        return of(element, (_, _) -> {});
    }

    /// Also passes the metrics of each element inside to `measured`, inner elements first.
    static TextMetrics of(Element element, BiConsumer<Element, TextMetrics> measured) {
        var measure = new TextMetrics();
        for (int i = 0; i < element.childNodeSize(); i++) {
            Node child = element.childNode(i);
            if (child instanceof TextNode text) {
                measure.addText(text.getWholeText());
            } else if (child instanceof Element inner) {
                measure.add(inner, of(inner, measured));
            }
        }
        measured.accept(element, measure);
        return measure;
    }

    /// The share of an element's text that is in links; 1 if the element is a link itself.
    public static double linkShareOf(Element element) {
        return of(element).linkShareWith(element);
    }

    double linkShareWith(Element element) {
        var whole = new TextMetrics();
        whole.add(element, this);
        return whole.linkShare();
    }

    /// The length of the text, with white space collapsed and stripped.
    public int length() {
        return length;
    }

    public int commas() {
        return commas;
    }

    /// The share of the text that is in links.
    public double linkShare() {
        return linkShare(INNER_LINK);
    }

    /// The share of the text that is in links.
    ///
    /// @param inner how much a link within the page counts, from 0 to 1
    public double linkShare(double inner) {
        return length == 0 ? 0 : (linked + linkedWithin * inner) / length;
    }

    public double headingShare() {
        return length == 0 ? 0 : (double) inHeadings / length;
    }

    /// The share of the text that is in lists; more than 1 if lists are nested.
    public double listShare() {
        return (double) inLists / length;
    }

    public boolean holdsTextSomewhere() {
        return inHolders > 0 && length > 0;
    }

    public int paragraphs() {
        return paragraphs;
    }

    public int images() {
        return images;
    }

    public int items() {
        return items;
    }

    public int inputs() {
        return inputs;
    }

    public int embeds() {
        return embeds;
    }

    public boolean hasVideo() {
        return video;
    }

    public void addText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (PlainText.isSpace(c)) {
                blankAfter = true;
                blankBefore |= length == 0;
            } else {
                length += blankAfter && length > 0 ? 2 : 1;
                blankAfter = false;
                commas += isComma(c) ? 1 : 0;
            }
        }
    }

    /// Adds an element that follows the text so far.
    ///
    /// @param inner the metrics of its content
    public void add(Element element, TextMetrics inner) {
        addText(inner);
        commas += inner.commas;
        linked += inner.linked;
        linkedWithin += inner.linkedWithin;
        inHeadings += inner.inHeadings;
        inLists += inner.inLists;
        inHolders += inner.inHolders;
        paragraphs += inner.paragraphs;
        images += inner.images;
        items += inner.items;
        inputs += inner.inputs;
        embeds += inner.embeds;
        video |= inner.video;
        count(element, inner.length);
    }

    private void addText(TextMetrics next) {
        if (next.length == 0) {
            blankAfter |= next.blankAfter;
            blankBefore |= length == 0 && next.blankBefore;
            return;
        }
        if (length == 0) {
            blankBefore |= next.blankBefore;
            length = next.length;
        } else {
            length += next.length + (blankAfter || next.blankBefore ? 1 : 0);
        }
        blankAfter = next.blankAfter;
    }

    private void count(Element element, int own) {
        String tag = element.normalName();
        switch (tag) {
            case "a" -> {
                String href = element.attr("href");
                if (href.length() > 1 && href.charAt(0) == '#') {
                    linkedWithin += own;
                } else {
                    linked += own;
                }
            }
            case "h1", "h2", "h3", "h4", "h5", "h6" -> inHeadings += own;
            case "ul", "ol" -> inLists += own;
            case "p" -> paragraphs++;
            case "img" -> images++;
            case "li" -> items++;
            case "input" -> inputs++;
            case "object", "embed", "iframe" -> {
                embeds++;
                video |= VideoEmbeds.isVideo(element);
            }
            default -> {}
        }
        switch (tag) {
            case "span",
                    "li",
                    "td",
                    "blockquote",
                    "dl",
                    "div",
                    "img",
                    "ol",
                    "p",
                    "pre",
                    "table",
                    "ul" ->
                    inHolders += own;
            default -> {}
        }
    }

    /// A comma of any script.
    private static boolean isComma(char c) {
        return switch (c) {
            case ',',
                    '\u060c',
                    '\ufe50',
                    '\ufe10',
                    '\ufe11',
                    '\u2e41',
                    '\u2e34',
                    '\u2e32',
                    '\uff0c' ->
                    true;
            default -> false;
        };
    }
}
