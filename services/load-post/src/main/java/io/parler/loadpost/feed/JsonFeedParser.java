package io.parler.loadpost.feed;

import io.parler.loadpost.date.DateParser;
import io.parler.loadpost.feed.Authors.Person;
import io.parler.loadpost.feed.FeedText.Html;
import io.parler.loadpost.feed.FeedText.Plain;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.loadpost.json.LenientJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Parses JSON Feed 1.0 and 1.1.
final class JsonFeedParser {
    private final WebAddress address;

    private JsonFeedParser(WebAddress address) {
        this.address = address;
    }

    static Optional<Feed> read(String json, WebAddress address) {
        return LenientJson.parse(json)
                .filter(JsonFeedParser::isFeed)
                .map(value -> new JsonFeedParser(address).feed(value));
    }

    private static boolean isFeed(Object value) {
        return !LenientJson.list(value, "items").isEmpty()
                || text(value, "version").contains("jsonfeed");
    }

    private Feed feed(Object feed) {
        var title = new Plain(text(feed, "title"));
        var about = new Plain(text(feed, "description"));
        Authors author = author(feed);
        return new Feed(
                title.plain(),
                RawPost.nonBlank(about.plain()),
                link(feed, "home_page_url"),
                address.toString(),
                LenientJson.text(feed, "language"),
                RawPost.nonBlank(author.names()),
                Optional.empty(),
                link(feed, "icon", "favicon"),
                LenientJson.list(feed, "items").stream()
                        .limit(XmlFeedParser.MAX_POSTS)
                        .map(item -> post(item, author).post(address))
                        .toList(),
                UpdateHints.NONE,
                new RawTexts(title, about, FeedText.none(), author.withAddresses()));
    }

    private RawPost post(Object item, Authors author) {
        Optional<String> html = LenientJson.text(item, "content_html");
        Authors own = author(item);
        return new RawPost(
                LenientJson.textOrNumber(item, "id"),
                link(item, "url", "external_url").or(() -> address(item)),
                new Plain(text(item, "title")),
                own.names().isEmpty() ? author : own,
                date(item, "date_published"),
                date(item, "date_modified"),
                new Plain(text(item, "summary")),
                html.<FeedText>map(Html::new)
                        .orElseGet(() -> new Plain(text(item, "content_text"))),
                link(item, "image", "banner_image"),
                LenientJson.text(item, "language"),
                attachments(item));
    }

    /// Version 1.0 has `author`, version 1.1 `authors`.
    private static Authors author(Object object) {
        return Authors.of(
                Stream.of("authors", "author")
                        .map(
                                field ->
                                        LenientJson.list(object, field).stream()
                                                .map(JsonFeedParser::person)
                                                .toList()));
    }

    /// Some feeds have only a name where an object should be.
    private static Person person(Object author) {
        return Person.of(author instanceof String name ? name : text(author, "name"));
    }

    private List<Enclosure> attachments(Object item) {
        return LenientJson.list(item, "attachments").stream()
                .flatMap(
                        file ->
                                link(file, "url")
                                        .map(
                                                url ->
                                                        new Enclosure(
                                                                url,
                                                                text(file, "mime_type"),
                                                                LenientJson.number(
                                                                        file, "size_in_bytes")))
                                        .stream())
                .toList();
    }

    private Optional<String> link(Object object, String... fields) {
        return Stream.of(fields)
                .flatMap(field -> UrlResolver.absolute(address, text(object, field)).stream())
                .findFirst();
    }

    /// An id that is a web address is a link.
    private static Optional<String> address(Object item) {
        return LenientJson.text(item, "id").filter(id -> id.matches("(?i)https?://\\S+"));
    }

    private static Optional<Instant> date(Object item, String field) {
        return DateParser.parse(LenientJson.textOrNumber(item, field));
    }

    private static String text(Object object, String field) {
        return LenientJson.text(object, field).orElse("");
    }
}
