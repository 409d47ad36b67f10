package io.parler.loadpost.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the links and enclosures of a feed or a post.
final class FeedLinks {
    private static final String ALTERNATE = "alternate";

    /// A relation may also be named by its URI (RFC 4287, section 4.2.7.2).
    private static final Pattern IANA =
            Pattern.compile("^https?://www\\.iana\\.org/assignments/(?:link-)?relations?/(?:#)?");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private FeedLinks() {}

    /// The web page: the `link` of RSS, otherwise Atom's alternate, HTML before other types. Of
    /// several links in RSS the last counts, as in feedparser and gofeed.
    static Optional<String> page(FeedElement parent) {
        return parent.all("link")
                .filter(link -> !link.isAtom() && rel(link).equals(ALTERNATE))
                .flatMap(link -> link.absolute(target(link)).stream())
                .reduce((earlier, later) -> later)
                .or(() -> alternate(parent))
                .or(() -> parent.absolute(parent.attribute("href")));
    }

    private static Optional<String> alternate(FeedElement parent) {
        return parent.all("link")
                .filter(link -> link.isAtom() && rel(link).equals(ALTERNATE))
                .sorted(Comparator.comparing(link -> !isHtml(link)))
                .flatMap(link -> link.absolute(target(link)).stream())
                .findFirst();
    }

    static List<Enclosure> enclosures(FeedElement post) {
        return post.all("enclosure", "link", "media:content")
                .filter(FeedLinks::isFile)
                .flatMap(
                        file ->
                                file
                                        .absolute(file.attribute("url", "href"))
                                        .map(url -> enclosure(file, url))
                                        .stream())
                .distinct()
                .toList();
    }

    private static boolean isFile(FeedElement element) {
        return switch (element.name()) {
            case "link" -> rel(element).equals("enclosure");
            case "media:content" -> !FeedImages.isPicture(element);
            default -> true;
        };
    }

    private static Enclosure enclosure(FeedElement file, String url) {
        return new Enclosure(
                url, file.attribute("type"), bytes(file.attribute("length", "fileSize")));
    }

    private static long bytes(String length) {
        return length.matches("[0-9]{1,15}") ? Long.parseLong(length) : 0;
    }

    private static String rel(FeedElement link) {
        String rel = IANA.matcher(link.attribute("rel").toLowerCase(Locale.ROOT)).replaceFirst("");
        if (rel.isEmpty()) {
            return ALTERNATE;
        }
        return List.of(SPACES.split(rel)).contains(ALTERNATE) ? ALTERNATE : rel;
    }

    private static boolean isHtml(FeedElement link) {
        String type = link.attribute("type");
        return type.isEmpty() || type.toLowerCase(Locale.ROOT).contains("html");
    }

    private static String target(FeedElement link) {
        String href = link.attribute("href", "rdf:resource", "resource");
        return href.isEmpty() ? link.text() : href;
    }
}
