package io.parler.loadpost.load;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Finds where a page without a text of its own sends its readers: by a refresh in its head, or by
/// a script that does nothing else.
final class Refresh {
    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_TEXT = 600;
    private static final int MAX_SECONDS = 10;
    private static final int MAX_DEPTH = 100;

    private static final Pattern CONTENT =
            Pattern.compile(
                    "\\s*(\\d{0,3})(?:\\.\\d*)?\\s*(?:[;,\\s]\\s*(?:url\\s*=\\s*)?[\"']?(.*?)[\"']?)?\\s*",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SCRIPT =
            Pattern.compile(
                    "(?:window\\.|document\\.|self\\.|top\\.)?location"
                            + "(?:\\.href)?(?:\\s*=\\s*|\\.(?:replace|assign)\\(\\s*)[\"']([^\"'\\s]{1,2000})[\"']");

    private Refresh() {}

    /// The address that the page leads to; empty if the page is to be read itself.
    static Optional<String> target(String html, String url) {
        if (html.length() > MAX_LENGTH || !mayRefresh(html)) {
            return Optional.empty();
        }
        Document page = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, url);
        page.select("noscript").remove();
        if (page.body().text().length() > MAX_TEXT) {
            return Optional.empty();
        }
        return ofHead(page)
                .or(() -> ofScript(page))
                .filter(target -> !target.isEmpty() && !withoutFragment(target).equals(url));
    }

    private static boolean mayRefresh(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        return lower.contains("http-equiv") || lower.contains("location");
    }

    private static Optional<String> ofHead(Document page) {
        for (Element meta : page.select("meta[http-equiv]")) {
            Matcher content = CONTENT.matcher(meta.attr("content"));
            if (meta.attr("http-equiv").strip().equalsIgnoreCase("refresh")
                    && content.matches()
                    && content.group(2) != null
                    && !content.group(2).isEmpty()
                    && seconds(content.group(1)) <= MAX_SECONDS) {
                return Optional.of(absolute(meta, content.group(2)));
            }
        }
        return Optional.empty();
    }

    /// Only where the page has next to no text: other pages have scripts that lead elsewhere under
    /// conditions.
    private static Optional<String> ofScript(Document page) {
        Optional<Element> script =
                page.select("script:not([src])").stream()
                        .filter(e -> SCRIPT.matcher(e.data()).find())
                        .findFirst();
        if (script.isEmpty() || page.body().text().length() > MAX_TEXT / 4) {
            return Optional.empty();
        }
        Matcher location = SCRIPT.matcher(script.get().data());
        return location.find()
                ? Optional.of(absolute(script.get(), location.group(1)))
                : Optional.empty();
    }

    private static String absolute(Element element, String reference) {
        return element.attr("data-target", reference.strip()).absUrl("data-target");
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    private static int seconds(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
