package io.parler.loadpost.dom;

import java.util.function.BiConsumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// What a part of a page amounts to: its text as a reader counts it, how much of that stands in
/// links, lists and the like, and how many elements of some kinds. Parts add up to the whole, so a
/// tree is measured in one walk.
public final class TextMetrics {
    /// A link within the page says little about it being navigation.
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

    static TextMetrics of(Element element) {
        return of(element, (_, _) -> {});
    }

    /// Tells `measured` of each element within, too, the inner ones first.
    static TextMetrics of(Element element, BiConsumer<Element, TextMetrics> measured) {
        var measure = new TextMetrics();
        for (int i = 0; i < element.childNodeSize(); i++) {
            var child = element.childNode(i);
            if (child instanceof TextNode text) {
                measure.addText(text.getWholeText());
            } else if (child instanceof Element inner) {
                measure.add(inner, of(inner, measured));
            }
        }
        measured.accept(element, measure);
        return measure;
    }

    /// The share of an element's text that stands in links; all of it where it is one itself.
    public static double linksOf(Element element) {
        return of(element).linksWith(element);
    }

    double linksWith(Element element) {
        var whole = new TextMetrics();
        whole.add(element, this);
        return whole.links();
    }

    /// Runs of white space count as one space, none at the ends.
    public int length() {
        return length;
    }

    public int commas() {
        return commas;
    }

    /// The share of the text that stands in links.
    public double links() {
        return links(INNER_LINK);
    }

    /// The share of the text that stands in links.
    ///
    /// @param inner how much a link within the page counts, from 0 to 1
    public double links(double inner) {
        return length == 0 ? 0 : (linked + linkedWithin * inner) / length;
    }

    public double headings() {
        return length == 0 ? 0 : (double) inHeadings / length;
    }

    /// May exceed 1, where lists stand in lists.
    public double lists() {
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

    /// Adds an element that follows what was added before.
    ///
    /// @param inner what is in it
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
        var tag = element.normalName();
        switch (tag) {
            case "a" -> {
                var href = element.attr("href");
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

    /// In any script.
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
