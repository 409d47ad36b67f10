package io.parler.loadpost.feed;

import java.util.Optional;
import java.util.stream.Stream;

/// Finds the image of a feed or a post.
final class FeedImages {
    private FeedImages() {}

    static Optional<String> of(FeedElement parent) {
        return parent.all(
                        "media:thumbnail",
                        "media:content",
                        "itunes:image",
                        "image",
                        "logo",
                        "enclosure",
                        "icon")
                .filter(FeedImages::isPicture)
                .flatMap(picture -> picture.absolute(target(picture)).stream())
                .findFirst();
    }

    static boolean isPicture(FeedElement element) {
        return switch (element.name()) {
            case "media:content", "enclosure" ->
                    element.attribute("medium").equals("image")
                            || element.attribute("type").startsWith("image/");
            default -> true;
        };
    }

    private static String target(FeedElement picture) {
        return Stream.of(
                        picture.attribute("url", "href", "rdf:resource"),
                        picture.first("url"),
                        picture.hasMarkup() ? "" : picture.text())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }
}
