package io.parler.loadpost.feed;

import io.parler.loadpost.fetch.WebAddress;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// Converts the HTML in a feed's fields to plain text.
final class HtmlText {
    private static final int MAX_DEPTH = 200;
    private static final int WHOLE_POST = 1500;

    /// Some generators end each heading with a link to the heading itself.
    private static final String HEADING_MARK = "¶";

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private HtmlText() {}

    /// Only the start of a long HTML text is converted: the rest is not shown in a list of posts.
    private static final int MAX_HTML = 20_000;

    static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return spaced(html);
        }
        return spaced(parse(html, "").text().replace(HEADING_MARK, " "));
    }

    static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /// The start of a text, cut between words, with an ellipsis.
    static String start(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        int space = text.lastIndexOf(' ', max - 1);
        int end = space > max / 2 ? space : max - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    static Optional<String> firstImage(FeedText text, WebAddress base) {
        if (!text.value().contains("<img")) {
            return Optional.empty();
        }
        return parse(text.html(), base.toString()).select("img[src]").stream()
                .filter(img -> !img.attr("width").equals("1") && !img.attr("height").equals("1"))
                .map(img -> img.absUrl("src"))
                .filter(url -> url.matches("https?://[^\\s<>\"]+"))
                .findFirst();
    }

    /// Whether a summary holds the whole post, as in feeds without a field for content: it is long
    /// and has paragraphs.
    static boolean isWholePost(FeedText summary) {
        return summary.value().contains("<p") && summary.plain().length() > WHOLE_POST;
    }

    private static Document parse(String html, String base) {
        String start = html.length() > MAX_HTML ? html.substring(0, MAX_HTML) : html;
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(start, base);
    }
}
