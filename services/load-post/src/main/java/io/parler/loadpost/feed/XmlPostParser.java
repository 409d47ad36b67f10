package io.parler.loadpost.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// An `item` or `entry`, whatever it is made of.
///
/// @param feedAuthor who wrote an Atom feed wrote its entries, unless they say otherwise
record XmlPostParser(FeedElement post, Authors feedAuthor) {
    static final String[] PUBLISHED = {
        "pubdate", "published", "issued", "created", "dcterms:issued", "dcterms:created", "dc:date"
    };
    static final String[] UPDATED = {
        "updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date", "lastmod"
    };
    private static final String[] TITLE = {"title", "dc:title", "media:title", "itunes:title"};
    private static final String[] AUTHOR = {"author", "dc:creator", "dc:author", "itunes:author"};
    private static final Set<String> TOLD = Set.of("description", "summary");
    private static final String[] TOLD_BY_MODULES = {
        "itunes:summary", "dc:description", "media:description", "abstract", "itunes:subtitle"
    };
    private static final String[] CONTENT = {
        "content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem", "encoded"
    };

    RawPost read() {
        var told = Body.of(post.inOrder(TOLD));
        var content = content(told);
        var author = Authors.of(post, AUTHOR);
        return new RawPost(
                id(),
                link(),
                TextConstruct.first(post, TITLE),
                author.names().isEmpty() && post.isAtom() ? feedAuthor : author,
                post.date(PUBLISHED),
                post.date(UPDATED),
                told.isEmpty()
                        ? TextConstruct.first(post, TOLD_BY_MODULES)
                        : told.getFirst().text(),
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

    /// Of a description and a summary the first is the summary, and the other the content where
    /// there is no other.
    private Optional<Body> content(List<Body> told) {
        return Stream.concat(Body.of(post.all(CONTENT)).stream(), told.stream().skip(1))
                .findFirst();
    }

    private String id() {
        var id = post.first("guid", "id", "dc:identifier");
        return id.isEmpty() ? post.attribute("rdf:about") : id;
    }

    /// An id that is a web address is that of the post, unless the feed says it is not.
    private Optional<String> link() {
        return FeedLinks.page(post)
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
