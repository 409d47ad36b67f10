package io.parler.loadpost.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Parses an `item` or `entry`.
///
/// @param feedAuthor the author of an Atom entry that names none
record XmlPostParser(FeedElement post, Authors feedAuthor) {
    static final String[] PUBLISHED = {
        "pubdate", "published", "issued", "created", "dcterms:issued", "dcterms:created", "dc:date"
    };
    static final String[] UPDATED = {
        "updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date", "lastmod"
    };
    private static final String[] TITLE = {"title", "dc:title", "media:title", "itunes:title"};
    private static final String[] AUTHOR = {"author", "dc:creator", "dc:author", "itunes:author"};
    private static final Set<String> DESCRIPTIONS = Set.of("description", "summary");
    private static final String[] MODULE_DESCRIPTIONS = {
        "itunes:summary", "dc:description", "media:description", "abstract", "itunes:subtitle"
    };
    private static final String[] CONTENT = {
        "content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem", "encoded"
    };

    RawPost read() {
        var descriptions = Body.of(post.inOrder(DESCRIPTIONS));
        Optional<Body> content = content(descriptions);
        Authors author = author();
        return new RawPost(
                id(),
                link(),
                TextConstruct.first(post, TITLE),
                author.names().isEmpty() && post.isAtom() ? feedAuthor : author,
                post.date(PUBLISHED),
                post.date(UPDATED),
                descriptions.isEmpty()
                        ? TextConstruct.first(post, MODULE_DESCRIPTIONS)
                        : descriptions.getFirst().text(),
                content.map(Body::text).orElseGet(FeedText::none),
                FeedImages.of(post),
                post.language().or(() -> content.flatMap(body -> body.element().language())),
                FeedLinks.enclosures(post));
    }

    private record Body(FeedElement element, FeedText text) {
        static List<Body> of(Stream<FeedElement> elements) {
            return elements.map(e -> new Body(e, TextConstruct.of(e)))
                    .filter(body -> !body.text().isBlank())
                    .toList();
        }
    }

    /// Of a description and a summary, the first is the summary; the second is the content if
    /// there is no other.
    private Optional<Body> content(List<Body> descriptions) {
        return Stream.concat(Body.of(post.all(CONTENT)).stream(), descriptions.stream().skip(1))
                .findFirst();
    }

    /// An entry that names no author is by that of its source (RFC 4287, section 4.2.1).
    private Authors author() {
        var own = Authors.of(post, AUTHOR);
        return own.names().isEmpty()
                ? post.all("source")
                        .filter(FeedElement::isAtom)
                        .map(source -> Authors.of(source, AUTHOR))
                        .filter(authors -> !authors.names().isEmpty())
                        .findFirst()
                        .orElse(own)
                : own;
    }

    private String id() {
        String id = post.first("guid", "id", "dc:identifier");
        return id.isEmpty() ? post.attribute("rdf:about") : id;
    }

    /// The post's link: the original one before that of a service that counts clicks. An id that
    /// is a web address is a link, unless the feed says it is not.
    private Optional<String> link() {
        return post.absolute(post.first("feedburner:origlink"))
                .or(() -> FeedLinks.page(post))
                .or(
                        () ->
                                post.all("guid", "id")
                                        .filter(XmlPostParser::isPermaLink)
                                        .map(FeedElement::text)
                                        .filter(id -> id.matches("(?i)https?://\\S+"))
                                        .findFirst());
    }

    private static boolean isPermaLink(FeedElement id) {
        return !id.attribute("isPermaLink").equalsIgnoreCase("false");
    }
}
