package io.parler.loadpost.feed;

import io.parler.loadpost.feed.FeedText.Html;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The plain text of a title. Titles are HTML, but authors forget to escape what looks like a tag:
/// `On The <dl>`, `Vec<T>`. A tag that is not closed, and has no attributes, is text.
final class TitleText {
    /// A tag from its start to before its end, or to before another `<`.
    private static final Pattern TAG =
            Pattern.compile("<([A-Za-z][^\\s<>/,]{0,40})([^<>]{0,200})(?=([<>]|$))");
    private static final Pattern DECLARATION =
            Pattern.compile(
                    "<(?=[?]|!doctype\\b|!\\[CDATA|[^A-Za-z/!?])", Pattern.CASE_INSENSITIVE);
    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "input", "p");

    /// No title is longer: to look for the end of each tag takes quadratic time.
    private static final int MAX_LENGTH = 5_000;

    private TitleText() {}

    static String plain(FeedText title) {
        return title instanceof Html(String html)
                ? HtmlText.of(escaped(html.substring(0, Math.min(MAX_LENGTH, html.length()))))
                : title.plain();
    }

    /// The HTML with `&lt;` before what is no tag.
    static String escaped(String html) {
        if (html.indexOf('<') < 0) {
            return html;
        }
        String lower = html.toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(html.length());
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            String start = isText(tag, lower) ? "&lt;" : "<";
            tag.appendReplacement(out, Matcher.quoteReplacement(start + tag.group().substring(1)));
        }
        return DECLARATION.matcher(tag.appendTail(out)).replaceAll("&lt;");
    }

    private static boolean isText(Matcher tag, String lower) {
        String name = tag.group(1).toLowerCase(Locale.ROOT);
        if (!tag.group(3).equals(">")) {
            return true;
        }
        return !VOID.contains(name)
                && tag.group(2).indexOf('=') < 0
                && lower.indexOf("</" + name, tag.end()) < 0;
    }
}
