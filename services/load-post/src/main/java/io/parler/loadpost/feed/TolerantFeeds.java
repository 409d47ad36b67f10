package io.parler.loadpost.feed;

import io.parler.loadpost.fetch.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// RSS and Atom as they are: read on a tree that forgives undeclared prefixes, unknown entities
/// and open elements. Elements are known by their usual prefixes, not by their namespaces.
final class TolerantFeeds {
    private static final int MAX_DEPTH = 200;

    Optional<Feed> read(String xml, WebAddress address) {
        var document =
                Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(xml, address.toString());
        var posts =
                document.getAllElements().stream()
                        .filter(e -> unprefixed(e).equals("item") || unprefixed(e).equals("entry"))
                        .toList();
        var channel =
                document.getAllElements().stream()
                        .filter(
                                e ->
                                        unprefixed(e).equals("channel")
                                                || unprefixed(e).equals("feed"))
                        .findFirst();
        if (posts.isEmpty() && channel.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(feed(channel.orElse(document), posts, address));
    }

    private static Feed feed(Element channel, List<Element> posts, WebAddress address) {
        return new Feed(
                HtmlText.of(markup(channel, "title")),
                RawPost.nonBlank(
                        HtmlText.of(markup(channel, "description", "subtitle", "tagline"))),
                RawPost.absolute(address, link(channel)),
                address.toString(),
                RawPost.nonBlank(
                        first(channel, "language", "dc:language").isEmpty()
                                ? channel.attr("xml:lang")
                                : first(channel, "language", "dc:language")),
                RawPost.absolute(address, image(channel)),
                posts.stream().map(post -> post(post).post(address)).toList());
    }

    private static RawPost post(Element post) {
        return new RawPost(
                first(post, "guid", "id", "dc:identifier"),
                link(post),
                markup(post, "title", "media:title"),
                author(post),
                first(
                        post,
                        "pubDate",
                        "published",
                        "issued",
                        "dc:date",
                        "dcterms:created",
                        "created",
                        "updated",
                        "modified"),
                markup(post, "description", "summary", "itunes:summary", "dc:description"),
                markup(post, "content:encoded", "encoded", "content", "body", "fullitem"),
                image(post),
                post.attr("xml:lang"));
    }

    private static String link(Element parent) {
        var links = children(parent, "link");
        for (var link : links) {
            if (link.hasAttr("href")
                    && (link.attr("rel").isEmpty() || link.attr("rel").equals("alternate"))) {
                return link.attr("href");
            }
        }
        var text =
                links.stream()
                        .filter(link -> !link.hasAttr("href"))
                        .map(link -> link.text().isBlank() ? nextText(link) : link.text())
                        .filter(t -> !t.isBlank())
                        .findFirst();
        return text.orElseGet(
                () ->
                        children(parent, "guid").stream()
                                .filter(guid -> !guid.attr("isPermaLink").equals("false"))
                                .map(Element::text)
                                .filter(t -> t.startsWith("http"))
                                .findFirst()
                                .orElse(""));
    }

    private static String nextText(Element link) {
        var next = link.nextSibling();
        return next == null
                ? ""
                : next.toString().strip().startsWith("http") ? next.toString().strip() : "";
    }

    private static String author(Element post) {
        var names =
                children(post, "author").stream()
                        .map(
                                author ->
                                        first(author, "name").isEmpty()
                                                ? author.ownText()
                                                : first(author, "name"))
                        .filter(name -> !name.isBlank())
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? first(post, "dc:creator", "itunes:author", "creator") : names;
    }

    private static String image(Element parent) {
        for (var name :
                List.of(
                        "media:thumbnail",
                        "media:content",
                        "itunes:image",
                        "image",
                        "logo",
                        "enclosure")) {
            for (var element : children(parent, name)) {
                boolean picture =
                        (!name.equals("media:content") && !name.equals("enclosure"))
                                || element.attr("medium").equals("image")
                                || element.attr("type").startsWith("image/");
                var url = element.hasAttr("url") ? element.attr("url") : element.attr("href");
                var text =
                        first(element, "url").isEmpty() ? element.ownText() : first(element, "url");
                if (picture && !(url + text).isBlank()) {
                    return url.isBlank() ? text : url;
                }
            }
        }
        return "";
    }

    private static String first(Element parent, String... names) {
        for (var name : names) {
            for (var child : children(parent, name)) {
                if (!child.wholeText().isBlank()) {
                    return child.wholeText().strip();
                }
            }
        }
        return "";
    }

    /// Text with its markup: Atom's `xhtml` content is markup itself, all other is markup as
    /// text.
    private static String markup(Element parent, String... names) {
        for (var name : names) {
            for (var child : children(parent, name)) {
                var text = child.childrenSize() > 0 ? child.html() : child.wholeText();
                if (!text.isBlank()) {
                    boolean plain = child.attr("type").equals("text") && child.childrenSize() == 0;
                    return plain ? text.replace("&", "&amp;").replace("<", "&lt;") : text.strip();
                }
            }
        }
        return "";
    }

    private static List<Element> children(Element parent, String name) {
        return parent.children().stream()
                .filter(
                        child ->
                                child.tagName().equalsIgnoreCase(name)
                                        || child.tagName().equalsIgnoreCase("atom:" + name))
                .toList();
    }

    private static String unprefixed(Element element) {
        var name = element.normalName();
        return name.substring(name.indexOf(':') + 1);
    }
}
