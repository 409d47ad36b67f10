package io.parler.loadpost.feed;

import io.parler.loadpost.feed.FeedText.Html;
import io.parler.loadpost.feed.FeedText.Plain;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Reads the text of an element that may contain markup, as its type says (RFC 4287, section 3.1;
/// for Atom 0.3 its `mode`). Text in RSS is HTML.
final class TextConstruct {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TextConstruct() {}

    /// The first of these children whose text is not blank.
    static FeedText first(FeedElement parent, String... names) {
        return parent.all(names)
                .map(TextConstruct::of)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElseGet(FeedText::none);
    }

    static FeedText of(FeedElement element) {
        FeedText text = asTyped(element);
        if (!(text instanceof Html(var html))) {
            return text;
        }
        return element.statedBase()
                .<FeedText>map(base -> new Html(UrlResolver.absoluteIn(html, base)))
                .orElse(text);
    }

    private static FeedText asTyped(FeedElement element) {
        String type = element.attribute("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
        String mode = element.attribute("mode").toLowerCase(Locale.ROOT);
        if (element.hasMarkup()) {
            return new Html(inline(element, type));
        }
        String text = element.text();
        if (mode.equals("base64") || isBinary(type, mode)) {
            return typed(decoded(text), type);
        }
        if (type.isEmpty() && (!element.isAtom() || mode.equals("escaped"))) {
            return new Html(text);
        }
        return typed(text, type);
    }

    private static FeedText typed(String text, String type) {
        return type.contains("html") ? new Html(text) : new Plain(text);
    }

    /// Atom 1.0 wraps `xhtml` in a `div` that is not part of the text.
    private static String inline(FeedElement element, String type) {
        Element markup = element.markup();
        Element only = markup.firstElementChild();
        if (type.equals("xhtml")
                && only != null
                && markup.childrenSize() == 1
                && markup.ownText().isBlank()
                && ElementNames.localName(only).equals("div")) {
            return InlineMarkup.inside(only);
        }
        return InlineMarkup.inside(markup);
    }

    /// A media type other than text or XML: in Atom 1.0 the text is base64.
    private static boolean isBinary(String type, String mode) {
        return mode.isEmpty()
                && type.contains("/")
                && !type.startsWith("text/")
                && !type.endsWith("xml")
                && !type.contains("html");
    }

    /// Decodes base64; a text that is not base64 is returned unchanged.
    private static String decoded(String text) {
        String base64 = SPACES.matcher(text).replaceAll("");
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
