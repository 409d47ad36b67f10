package io.parler.frontend.aws;

import io.parler.frontend.podcast.Podcast;
import io.parler.frontend.podcast.PodcastId;
import io.parler.frontend.podcast.PodcastSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A show as an item of the table Podcasts, or the ids of an account's shows.
final class PodcastItem {
    private static final String ACCOUNT = "account#";

    private PodcastItem() {}

    static Map<String, AttributeValue> key(PodcastId id) {
        return Map.of("id", text(id.value()));
    }

    /// The key of the item with the ids of an account's shows.
    static Map<String, AttributeValue> accountKey(String accountId) {
        return Map.of("id", text(ACCOUNT + accountId));
    }

    static Map<String, AttributeValue> of(Podcast podcast) {
        PodcastSettings settings = podcast.settings();
        Map<String, AttributeValue> item = new HashMap<>(key(podcast.id()));
        item.put("accountId", text(podcast.accountId()));
        item.put("guid", text(podcast.guid()));
        item.put("secret", text(podcast.secret()));
        item.put("createdAt", text(podcast.createdAt().toString()));
        item.put("updatedAt", text(podcast.updatedAt().toString()));
        item.put("title", text(settings.title()));
        item.put("description", text(settings.description()));
        item.put("link", text(settings.link()));
        item.put("language", text(settings.language()));
        item.put("author", text(settings.author()));
        settings.ownerEmail().ifPresent(email -> item.put("ownerEmail", text(email)));
        item.put("categories", texts(settings.categories()));
        item.put("explicit", AttributeValue.fromBool(settings.explicit()));
        settings.blog().ifPresent(blog -> item.put("blog", text(blog)));
        item.put("private", AttributeValue.fromBool(settings.isPrivate()));
        item.put("txt", texts(settings.txt()));
        item.put("locked", AttributeValue.fromBool(settings.locked()));
        item.put("color", text(settings.color()));
        return item;
    }

    static Podcast podcast(Map<String, AttributeValue> item) {
        return new Podcast(
                new PodcastId(string(item, "id")),
                string(item, "accountId"),
                new PodcastSettings(
                        string(item, "title"),
                        string(item, "description"),
                        string(item, "link"),
                        string(item, "language"),
                        string(item, "author"),
                        optional(item, "ownerEmail"),
                        strings(item, "categories"),
                        flag(item, "explicit"),
                        optional(item, "blog"),
                        flag(item, "private"),
                        strings(item, "txt"),
                        flag(item, "locked"),
                        string(item, "color")),
                string(item, "guid"),
                string(item, "secret"),
                Instant.parse(string(item, "createdAt")),
                Instant.parse(string(item, "updatedAt")));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    static String string(Map<String, AttributeValue> item, String name) {
        return optional(item, name).orElseThrow(() -> incomplete(name));
    }

    static boolean flag(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::bool).orElse(false);
    }

    static String numeral(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .orElseThrow(() -> incomplete(name));
    }

    private static AttributeValue texts(List<String> values) {
        return AttributeValue.fromL(values.stream().map(PodcastItem::text).toList());
    }

    private static List<String> strings(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::l).orElse(List.of()).stream()
                .map(AttributeValue::s)
                .toList();
    }

    private static IllegalStateException incomplete(String name) {
        return new IllegalStateException("a podcast item has no " + name);
    }
}
