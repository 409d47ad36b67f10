package io.parler.loadpost.extract;

import io.parler.loadpost.dom.ClassNames;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Skipped;
import io.parler.loadpost.dom.Tags;
import io.parler.loadpost.dom.TextMetrics;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Reads the subtitle between the title and the text. It is often in the page's header with the
/// byline and the date, which are not read.
final class Subtitle {
    private static final int MIN_WORDS = 3;
    private static final int MAX_LENGTH = 400;
    private static final double MAX_LINK_SHARE = 0.5;
    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)(?:^|[\\s_-])(?:sub-?(?:title|heading|headline|head)|standfirst|dek|deck|lede"
                            + "|(?:post|page|entry|article)-?(?:description|excerpt|summary|lead|intro))(?:$|[\\s_-])");
    private static final Pattern WORD_GAP = Pattern.compile("\\s+");

    private boolean titled;

    private Subtitle() {}

    /// Takes the subtitle out of what is skipped before the first paragraph.
    static void restore(Element content) {
        var search = new Subtitle();
        Iterator<Node> nodes = content.nodeStream().iterator();
        while (nodes.hasNext()) {
            Node node = nodes.next();
            if (node instanceof Skipped skipped) {
                Optional<Element> found = search.in(skipped);
                if (found.isPresent()) {
                    if (!repeatsText(found.get(), content)) {
                        open(skipped, found.get());
                    }
                    return;
                }
            } else if (Tags.is(node, "h1")) {
                search.titled = true;
            } else if (Tags.is(node, "p") && PlainText.hasText((Element) node)) {
                return;
            }
        }
    }

    private Optional<Element> in(Skipped skipped) {
        Iterator<Node> nodes = skipped.element().nodeStream().iterator();
        while (nodes.hasNext()) {
            Node node = nodes.next();
            Node inner = node instanceof Skipped other ? other.element() : node;
            if (inner instanceof Element element) {
                if (titled && node.equals(element) && isSubtitle(element)) {
                    return Optional.of(element);
                }
                titled |= Tags.is(element, "h1");
            }
        }
        return Optional.empty();
    }

    private static boolean isSubtitle(Element element) {
        boolean line = Tags.isBlockLevel(element) && !Tags.containsBlocks(element);
        if (!line || Tags.isHeading(element) || !hasName(element)) {
            return false;
        }
        String text = PlainText.prefix(element, MAX_LENGTH);
        return text.length() < MAX_LENGTH
                && WORD_GAP.split(text, MIN_WORDS).length == MIN_WORDS
                && TextMetrics.linkShareOf(element) < MAX_LINK_SHARE;
    }

    private static boolean hasName(Element element) {
        Element parent = element.parent();
        return NAME.matcher(ClassNames.withInherited(element)).find()
                || (parent != null
                        && parent.childrenSize() == 1
                        && NAME.matcher(parent.className()).find());
    }

    /// An excerpt is often the start of the text.
    private static boolean repeatsText(Element subtitle, Element content) {
        String text = PlainText.of(subtitle).replaceFirst("\\s*(?:…|\\.\\.\\.|\\[…])$", "");
        return PlainText.of(content).contains(text);
    }

    private static void open(Skipped skipped, Element subtitle) {
        var opened = new Element("div");
        append(opened, skipped.element(), subtitle, skipped.reason());
        skipped.replaceWith(opened);
    }

    private static void append(Element opened, Element element, Element subtitle, String reason) {
        if (element.equals(subtitle)) {
            opened.appendChild(subtitle.tagName("p"));
        } else if (ContentGrowth.isWithin(subtitle, element)) {
            List.copyOf(element.childNodes())
                    .forEach(
                            child -> {
                                if (child instanceof Element inner) {
                                    append(opened, inner, subtitle, reason);
                                } else {
                                    Surroundings.append(opened, child, reason);
                                }
                            });
        } else {
            Surroundings.append(opened, element, reason);
        }
    }
}
