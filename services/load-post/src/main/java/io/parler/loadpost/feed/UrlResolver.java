package io.parler.loadpost.feed;

import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.WebAddress;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Resolves the relative links of a feed; absolute ones stay as they are.
final class UrlResolver {
    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern SPACES = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern RELATIVE_IN_HTML =
            Pattern.compile(
                    "(?i)(<[a-z][^<>]{0,2000}?\\s(?:href|src)\\s*=\\s*)([\"'])(?![a-z][a-z0-9+.-]*:|#|[\"'])([^\"'<>]{1,2000})\\2");

    private UrlResolver() {}

    static Optional<WebAddress> read(WebAddress base, String reference) {
        try {
            return Optional.of(base.resolve(reference));
        } catch (InvalidAddressException e) {
            return Optional.empty();
        }
    }

    /// The absolute address, or empty if the reference is no web address.
    static Optional<String> absolute(WebAddress base, String reference) {
        if (reference.isBlank()) {
            return Optional.empty();
        }
        String text = SPACES.matcher(reference.strip()).replaceAll("");
        return read(base, text)
                .map(read -> ABSOLUTE.matcher(text).matches() ? text : read.toString());
    }

    /// The HTML with all links absolute.
    static String absoluteIn(String html, WebAddress base) {
        return RELATIVE_IN_HTML
                .matcher(html)
                .replaceAll(
                        link ->
                                java.util.regex.Matcher.quoteReplacement(
                                        link.group(1)
                                                + link.group(2)
                                                + absolute(base, unescaped(link))
                                                        .map(url -> url.replace("&", "&amp;"))
                                                        .orElse(link.group(3))
                                                + link.group(2)));
    }

    private static String unescaped(MatchResult link) {
        return link.group(3).replace("&amp;", "&");
    }
}
