package io.parler.loadpost.feed;

import io.parler.loadpost.fetch.WebAddress;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Parses RSS and Atom of every version with their modules, and mixtures of them. The parser
/// tolerates undeclared prefixes, unknown entities and unclosed elements.
final class XmlFeedParser {
    static final int MAX_POSTS = 5_000;
    private static final int MAX_DEPTH = 100;

    private static final Set<String> CHANNEL = Set.of("channel", "feed");
    private static final String SOURCE = "source";
    private static final Set<String> POST = Set.of("item", "entry");
    private static final String[] TITLE = {"title", "dc:title"};
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
    private static final String[] AUTHOR = {
        "author", "dc:creator", "dc:author", "managingeditor", "itunes:author", "itunes:owner"
    };

    private final ElementNames vocabulary;
    private final WebAddress address;

    private XmlFeedParser(ElementNames vocabulary, WebAddress address) {
        this.vocabulary = vocabulary;
        this.address = address;
    }

    static Optional<Feed> read(String xml, WebAddress address) {
        Document document =
                Parser.xmlParser().setMaxDepth(MAX_DEPTH).parseInput(xml, address.toString());
        return Optional.ofNullable(document.firstElementChild())
                .map(root -> new XmlFeedParser(new ElementNames(root), address).feed(root));
    }

    private Feed feed(Element root) {
        FeedElement around = element(root);
        FeedElement channel =
                root.stream()
                        .filter(e -> isChannel(e, root))
                        .findFirst()
                        .map(this::element)
                        .orElse(around);
        FeedText title = TextConstruct.first(channel, TITLE);
        FeedText about = TextConstruct.first(channel, ABOUT);
        var author = Authors.of(channel, AUTHOR);
        return new Feed(
                TitleText.plain(title),
                RawPost.nonBlank(about.plain()),
                FeedLinks.page(channel),
                address.toString(),
                channel.language().or(around::language),
                RawPost.nonBlank(author.names()),
                channel.date(XmlPostParser.PUBLISHED).or(() -> channel.date(XmlPostParser.UPDATED)),
                FeedImages.of(channel).or(() -> FeedImages.of(around)),
                root.stream()
                        .filter(e -> POST.contains(vocabulary.nameOf(e)) && !isInSource(e))
                        .limit(MAX_POSTS)
                        .map(e -> new XmlPostParser(element(e), author).read().post(address))
                        .toList(),
                UpdateHints.of(channel),
                new RawTexts(title, about, FeedText.none(), author.withAddresses()));
    }

    /// An Atom entry document (RFC 4287, section 2) names its feed in the source of its entry.
    private boolean isChannel(Element element, Element root) {
        String name = vocabulary.nameOf(element);
        return CHANNEL.contains(name)
                || (name.equals(SOURCE)
                        && POST.contains(vocabulary.nameOf(root))
                        && root.equals(element.parent()));
    }

    /// What an entry was copied from (RFC 4287, section 4.2.11) has no posts of this feed.
    private boolean isInSource(Element element) {
        return element.parents().stream().anyMatch(e -> vocabulary.nameOf(e).equals(SOURCE));
    }

    private FeedElement element(Element element) {
        return new FeedElement(element, vocabulary, address);
    }
}
