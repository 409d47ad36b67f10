package io.parler.loadpost.block;

import io.parler.loadpost.dom.PlainText;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Recognizes pictures that stand for words of a sentence: rare characters, symbols, the first
/// letter of a chapter.
final class InlinePicture {
    private static final int MAX_LENGTH = 30;
    private static final Pattern OPEN_END = Pattern.compile("(?s).*[^.!?:…。！？\\s]\\s*");
    private static final Pattern CONTINUES =
            Pattern.compile("(?s)\\s*(?:[\\p{Ll},;.!?)’”]|[\\u2e80-\\u9fff]).*");
    private static final Pattern LETTER = Pattern.compile("[“\"'‘]?\\p{Lu}");

    private InlinePicture() {}

    /// What a drawing stands for, or empty.
    static String labelOf(Element svg) {
        Element title = svg.selectFirst("> title");
        return svg.hasAttr("aria-label") || title == null ? svg.attr("aria-label") : title.text();
    }

    /// @param label what the picture stands for
    static boolean isWithinSentence(Element picture, String label) {
        if (label.isBlank() || label.length() > MAX_LENGTH) {
            return false;
        }
        String next = text(picture.nextSibling());
        if (LETTER.matcher(label.strip()).matches() && !next.isEmpty()) {
            return Character.isLowerCase(next.charAt(0));
        }
        return CONTINUES.matcher(next).matches()
                && OPEN_END.matcher(text(picture.previousSibling())).matches();
    }

    private static String text(@org.jspecify.annotations.Nullable Node node) {
        return node instanceof TextNode text
                ? text.getWholeText()
                : node instanceof Element element ? PlainText.of(element) : "";
    }
}
