package io.parler.loadpost.feed;

import io.parler.loadpost.Dates;
import io.parler.loadpost.fetch.WebAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/// RSS and Atom of every version with their modules, and what is mixed of them, on a tree that
/// forgives undeclared prefixes, unknown entities and open elements.
final class XmlFeeds {
    private static final int MAX_DEPTH = 100;
    static final int MAX_POSTS = 5_000;

    private static final String[] TITLE = {"title", "dc:title", "media:title", "itunes:title"};
    private static final String[] ABOUT = {
        "description",
        "subtitle",
        "tagline",
        "info",
        "itunes:summary",
        "dc:description",
        "abstract",
        "itunes:subtitle"
    };
    private static final String[] SUMMARY = {
        "itunes:summary", "dc:description", "media:description", "abstract", "itunes:subtitle"
    };
    private static final String[] CONTENT = {
        "content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem", "encoded"
    };
    private static final String[] PUBLISHED = {
        "pubdate", "published", "issued", "created", "dcterms:issued", "dcterms:created", "dc:date"
    };
    private static final String[] UPDATED = {
        "updated", "modified", "dcterms:modified", "lastbuilddate", "dc:date", "lastmod"
    };

    private XmlFeeds() {}

    static Optional<Feed> read(String xml, WebAddress address) {
        var document =
                Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(xml, address.toString());
        var root = document.firstElementChild();
        if (root == null) {
            return Optional.empty();
        }
        var vocabulary = new Vocabulary(root);
        var channel =
                root.stream()
                        .filter(e -> isOneOf(vocabulary.nameOf(e), "channel", "feed"))
                        .findFirst()
                        .orElse(root);
        var posts =
                root.stream()
                        .filter(e -> isOneOf(vocabulary.nameOf(e), "item", "entry"))
                        .limit(MAX_POSTS)
                        .map(e -> new FeedElement(e, vocabulary, address))
                        .toList();
        return Optional.of(
                new Reading(
                                new FeedElement(root, vocabulary, address),
                                new FeedElement(channel, vocabulary, address),
                                address)
                        .feed(posts));
    }

    private static boolean isOneOf(String name, String one, String other) {
        return name.equals(one) || name.equals(other);
    }

    private record Reading(FeedElement root, FeedElement channel, WebAddress address) {
        Feed feed(List<FeedElement> posts) {
            var title = TextConstruct.first(channel, TITLE);
            var about = TextConstruct.first(channel, ABOUT);
            var author =
                    People.of(
                            channel,
                            "author",
                            "dc:creator",
                            "dc:author",
                            "managingeditor",
                            "itunes:author",
                            "itunes:owner");
            var language = language();
            return new Feed(
                    title.plain(),
                    RawPost.nonBlank(about.plain()),
                    Links.page(channel),
                    address.toString(),
                    RawPost.nonBlank(language),
                    RawPost.nonBlank(author),
                    date(channel, PUBLISHED).or(() -> date(channel, UPDATED)),
                    Pictures.of(channel).or(() -> Pictures.of(root)),
                    posts.stream().map(post -> post(post, author).post(address)).toList(),
                    new Texts(title, about, FeedText.none()));
        }

        private String language() {
            return Stream.of(
                            channel.first("language", "dc:language"),
                            channel.ownLanguage(),
                            root.ownLanguage())
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("")
                    .replace('_', '-');
        }

        /// Of a description and a summary the first is the summary, and the other the content where
        /// there is no other. Who wrote an Atom feed wrote its entries, unless they say otherwise.
        private RawPost post(FeedElement post, String author) {
            var contents = Body.of(post.all(CONTENT));
            var told = Body.of(post.inOrder(Set.of("description", "summary")));
            var content =
                    contents.isEmpty() && told.size() > 1
                            ? Optional.of(told.get(1))
                            : contents.stream().findFirst();
            var summary =
                    told.isEmpty() ? TextConstruct.first(post, SUMMARY) : told.getFirst().text();
            var written = People.of(post, "author", "dc:creator", "dc:author", "itunes:author");
            return new RawPost(
                    id(post),
                    link(post),
                    TextConstruct.first(post, TITLE),
                    written.isEmpty() && post.isAtom() ? author : written,
                    date(post, PUBLISHED),
                    date(post, UPDATED),
                    summary,
                    content.map(Body::text).orElseGet(FeedText::none),
                    Pictures.of(post),
                    language(post, content),
                    Links.enclosures(post));
        }

        private record Body(FeedElement element, FeedText text) {
            static List<Body> of(Stream<FeedElement> elements) {
                return elements.map(e -> new Body(e, TextConstruct.of(e)))
                        .filter(body -> !body.text().isBlank())
                        .toList();
            }
        }

        private static String id(FeedElement post) {
            var id = post.first("guid", "id", "dc:identifier");
            return id.isEmpty() ? post.attribute("rdf:about") : id;
        }

        /// An id that is a web address is that of the post, unless the feed says it is not.
        private static Optional<String> link(FeedElement post) {
            return Links.page(post)
                    .or(
                            () ->
                                    post.all("guid", "id")
                                            .filter(
                                                    id ->
                                                            !id.attribute("isPermaLink")
                                                                    .equalsIgnoreCase("false"))
                                            .map(FeedElement::text)
                                            .filter(id -> id.matches("(?i)https?://\\S+"))
                                            .findFirst());
        }

        private static String language(FeedElement post, Optional<Body> content) {
            return Stream.of(
                            post.first("dc:language"),
                            post.ownLanguage(),
                            content.map(body -> body.element().ownLanguage()).orElse(""))
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("")
                    .replace('_', '-');
        }

        /// The last of the most telling name. A date that can't be read is no date.
        private static Optional<Instant> date(FeedElement parent, String... names) {
            return Stream.of(names).flatMap(name -> last(parent, name).stream()).findFirst();
        }

        private static Optional<Instant> last(FeedElement parent, String name) {
            return Stream.concat(
                            Stream.of(parent.attribute(name)),
                            parent.all(name).map(FeedElement::text))
                    .flatMap(text -> Dates.parse(text).stream())
                    .reduce((earlier, later) -> later);
        }
    }
}
