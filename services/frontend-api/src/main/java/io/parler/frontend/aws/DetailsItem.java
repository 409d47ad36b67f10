package io.parler.frontend.aws;

import io.parler.frontend.Chapter;
import io.parler.frontend.CompletedDetails;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The attributes of an item that the library and the episodes of podcasts share.
final class DetailsItem {
    private DetailsItem() {}

    static void put(CompletedDetails details, Map<String, AttributeValue> item) {
        put(item, "author", details.author());
        put(item, "published", details.published().map(Instant::toString));
        put(item, "vttKey", details.vttKey());
        put(item, "transcriptKey", details.transcriptKey());
        put(item, "chaptersKey", details.chaptersKey());
        put(item, "summary", details.summary());
        if (!details.chapters().isEmpty()) {
            item.put(
                    "chapters",
                    AttributeValue.fromL(
                            details.chapters().stream().map(DetailsItem::chapter).toList()));
        }
    }

    static CompletedDetails of(Map<String, AttributeValue> item) {
        AttributeValue chapters = item.get("chapters");
        return new CompletedDetails(
                text(item, "author"),
                text(item, "published").map(Instant::parse),
                text(item, "vttKey"),
                text(item, "transcriptKey"),
                text(item, "chaptersKey"),
                text(item, "summary"),
                chapters == null
                        ? List.of()
                        : chapters.l().stream().map(DetailsItem::chapter).toList());
    }

    /// Its start, a blank, and its title.
    private static AttributeValue chapter(Chapter chapter) {
        return AttributeValue.fromS(chapter.start() + " " + chapter.title());
    }

    private static Chapter chapter(AttributeValue value) {
        String[] parts = value.s().split(" ", 2);
        return new Chapter(Double.parseDouble(parts[0]), parts[1]);
    }

    private static void put(Map<String, AttributeValue> item, String name, Optional<String> value) {
        value.ifPresent(it -> item.put(name, AttributeValue.fromS(it)));
    }

    private static Optional<String> text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }
}
