package io.parler.loadpost.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the links and enclosures of a feed or a post.
final class FeedLinks {
    private FeedLinks() {}

    /// The web page: the `link` of RSS, otherwise Atom's alternate, HTML before other types. Of
    /// several links in RSS the last counts, as in feedparser and gofeed.
    static Optional<String> page(FeedElement parent) {
        return parent.all("link")
                .filter(link -> !link.isAtom() && rel(link).equals("alternate"))
                .flatMap(link -> link.absolute(target(link)).stream())
                .reduce((earlier, later) -> later)
                .or(() -> alternate(parent))
                .or(() -> parent.absolute(parent.attribute("href")));
    }

    private static Optional<String> alternate(FeedElement parent) {
        return parent.all("link")
                .filter(link -> link.isAtom() && rel(link).equals("alternate"))
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
        String rel = link.attribute("rel");
        return rel.isEmpty() ? "alternate" : rel;
    }

    private static boolean isHtml(FeedElement link) {
        String type = link.attribute("type");
        return type.isEmpty() || type.contains("html");
    }

    private static String target(FeedElement link) {
        String href = link.attribute("href", "rdf:resource", "resource");
        return href.isEmpty() ? link.text() : href;
    }
}
