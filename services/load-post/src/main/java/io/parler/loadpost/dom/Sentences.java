package io.parler.loadpost.dom;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// Recognizes running text, which is part of an article whatever the names of its elements are.
public final class Sentences {
    private static final int MIN_LENGTH = 40;
    private static final int MAX_LENGTH = 2000;
    private static final int MAX_ASIDE = 300;
    private static final int MAX_CHILDREN = 1000;
    private static final Pattern SENTENCE =
            Pattern.compile("(?s).*[\\p{L}\\p{N})”\"'’][.!?…:][\"'”’)»]*\\s*|.*[。！？][」』”）]*\\s*");

    private Sentences() {}

    /// Whether the element is a paragraph of sentences that is not mostly links.
    public static boolean isParagraph(Element element) {
        if (!Tags.is(element, "p")) {
            return false;
        }
        String text = PlainText.prefix(element, MAX_LENGTH);
        return text.length() >= MIN_LENGTH
                && SENTENCE.matcher(text).matches()
                && TextMetrics.linkShareOf(element) < 0.5;
    }

    /// Whether the element is a part of a sentence.
    public static boolean isPart(Element element) {
        Element parent = element.parent();
        return Tags.isInline(element) && parent != null && hasOwnText(parent);
    }

    /// Whether the element is a list without any link or button: not of what a site offers.
    public static boolean isListOfText(Element element) {
        return (Tags.is(element, "ul") || Tags.is(element, "ol"))
                && element.selectFirst("a, button, input") == null;
    }

    /// Whether an aside is a short text that the author has set apart, without any names.
    public static boolean isSetApart(Element aside) {
        return aside.attributes().isEmpty()
                && aside.selectFirst("a, h1, h2, h3, h4, h5, h6, img, form, iframe, ul") == null
                && PlainText.prefix(aside, MAX_ASIDE).length() < MAX_ASIDE;
    }

    /// Whether text stands in the element itself; of a great many children only the first count.
    public static boolean hasOwnText(Element element) {
        int children = Math.min(element.childNodeSize(), MAX_CHILDREN);
        for (int i = 0; i < children; i++) {
            if (element.childNode(i) instanceof TextNode text
                    && !PlainText.isBlank(text.getWholeText())) {
                return true;
            }
        }
        return false;
    }
}
