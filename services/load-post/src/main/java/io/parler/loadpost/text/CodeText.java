package io.parler.loadpost.text;

import io.parler.loadpost.dom.DomWalk;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.dom.Tags;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Extracts program text from a `<pre>`: its lines, without line numbers in the margin.
public final class CodeText {
    private static final Pattern LANGUAGE_CLASS =
            Pattern.compile(
                    "(?:^|\\s)(?:language|lang|highlight-source|brush:?)[-:\\s]\\s*([\\w+#.-]+)");
    private static final Pattern MARGIN =
            Pattern.compile(
                    "(^|[\\s_-])(lineno|linenos|linenumber|line-numbers?-rows|gutter|lnt|ln)($|[\\s_-])");
    private static final Pattern ONLY_NUMBERS = Pattern.compile("[\\d\\s]+");

    private static final Pattern SENTENCE_END = Pattern.compile("[\\p{Ll})][.!?][\"')]?\\s");
    private static final int MIN_PROSE_LENGTH = 600;
    private static final int MAX_SENTENCE_LENGTH = 300;
    private static final double MOSTLY = 0.9;

    private CodeText() {}

    public static String of(Element pre) {
        var out = new StringBuilder();
        Node node = pre.firstChild();
        while (node != null) {
            if (node instanceof Element element && isMargin(element)) {
                node = DomWalk.afterSubtree(node, pre);
                continue;
            }
            if (node instanceof TextNode text) {
                out.append(text.getWholeText());
            } else if (Tags.is(node, "br") || startsLine(node, out)) {
                out.append('\n');
            }
            node = DomWalk.next(node, pre);
        }
        return out.toString()
                .replace("\r\n", "\n")
                .replace('\u00a0', ' ')
                .stripTrailing()
                .replaceFirst("^\n+", "");
    }

    /// Whether the `<pre>` is a column of line numbers, as some highlighters write beside the
    /// code.
    public static boolean isLineNumbers(Element pre) {
        return Tags.inside(pre, "td") && ONLY_NUMBERS.matcher(PlainText.of(pre)).matches();
    }

    /// Whether the `<pre>` contains prose: letters and mails with hard line breaks are often
    /// published like that.
    public static boolean isProse(Element pre, String text) {
        if (text.length() < MIN_PROSE_LENGTH
                || pre.selectFirst("code, span") != null
                || !language(pre).isEmpty()) {
            return false;
        }
        long letters =
                text.chars().filter(c -> Character.isLetter(c) || c == ' ' || c == '\n').count();
        long sentences = SENTENCE_END.matcher(text).results().count();
        return letters > text.length() * MOSTLY && sentences > text.length() / MAX_SENTENCE_LENGTH;
    }

    /// The programming language, as the page names it on the element, its content or its
    /// ancestors.
    public static String language(Element pre) {
        Element code = pre.selectFirst("code");
        var candidates =
                new Element[] {code == null ? pre : code, pre, pre.parent(), grandparent(pre)};
        for (Element element : candidates) {
            if (element != null) {
                Optional<String> language = named(element);
                if (language.isPresent()) {
                    return language.get();
                }
            }
        }
        return "";
    }

    private static Optional<String> named(Element element) {
        for (String attribute : new String[] {"data-lang", "data-language"}) {
            if (!element.attr(attribute).isBlank()) {
                return Optional.of(element.attr(attribute).strip().toLowerCase(Locale.ROOT));
            }
        }
        Matcher match = LANGUAGE_CLASS.matcher(element.className());
        return match.find()
                ? Optional.of(match.group(1).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean isMargin(Element element) {
        return MARGIN.matcher(element.className()).find();
    }

    private static boolean startsLine(Node node, StringBuilder out) {
        return (Tags.is(node, "div") || Tags.is(node, "p") || Tags.is(node, "li"))
                && !out.isEmpty()
                && out.charAt(out.length() - 1) != '\n';
    }

    private static @org.jspecify.annotations.Nullable Element grandparent(Element element) {
        Element parent = element.parent();
        return parent == null ? null : parent.parent();
    }
}
