package io.parler.loadpost.feed;

import io.parler.loadpost.fetch.WebAddress;
import io.parler.loadpost.json.LooseJson;
import java.util.Optional;
import java.util.stream.Collectors;

/// JSON Feed 1.0 and 1.1.
final class JsonFeeds {
    Optional<Feed> read(String json, WebAddress address) {
        return LooseJson.read(json)
                .filter(
                        value ->
                                !LooseJson.list(value, "items").isEmpty()
                                        || LooseJson.text(value, "version")
                                                .filter(v -> v.contains("jsonfeed"))
                                                .isPresent())
                .map(value -> feed(value, address));
    }

    private static Feed feed(Object feed, WebAddress address) {
        return new Feed(
                plain(feed, "title"),
                RawPost.nonBlank(plain(feed, "description")),
                RawPost.absolute(address, text(feed, "home_page_url")),
                address.toString(),
                LooseJson.text(feed, "language"),
                RawPost.absolute(address, text(feed, "icon")),
                LooseJson.list(feed, "items").stream()
                        .map(item -> post(item).post(address))
                        .toList());
    }

    private static RawPost post(Object item) {
        var html = LooseJson.text(item, "content_html");
        var link = text(item, "url").isEmpty() ? text(item, "external_url") : text(item, "url");
        var date =
                text(item, "date_published").isEmpty()
                        ? text(item, "date_modified")
                        : text(item, "date_published");
        return new RawPost(
                id(item),
                link,
                escaped(text(item, "title")),
                author(item),
                date,
                escaped(text(item, "summary")),
                html.orElseGet(() -> escaped(text(item, "content_text"))),
                text(item, "image"),
                text(item, "language"));
    }

    private static String id(Object item) {
        return LooseJson.text(item, "id")
                .orElseGet(
                        () ->
                                LooseJson.list(item, "id").stream()
                                        .filter(Double.class::isInstance)
                                        .map(
                                                number ->
                                                        String.valueOf(
                                                                ((Double) number).longValue()))
                                        .findFirst()
                                        .orElse(""));
    }

    private static String author(Object item) {
        var authors = LooseJson.list(item, "authors");
        return (authors.isEmpty() ? LooseJson.list(item, "author") : authors)
                .stream()
                        .flatMap(author -> LooseJson.text(author, "name").stream())
                        .collect(Collectors.joining(", "));
    }

    private static String plain(Object object, String field) {
        return text(object, field).strip();
    }

    private static String text(Object object, String field) {
        return LooseJson.text(object, field).orElse("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
