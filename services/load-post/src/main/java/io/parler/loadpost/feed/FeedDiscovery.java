package io.parler.loadpost.feed;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Finds the feeds a page links to, best first: the feed of all posts before those of a category,
/// and comments last.
public final class FeedDiscovery {
    private static final int MAX_DEPTH = 300;
    private static final Set<String> TYPES =
            Set.of(
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/feed+json",
                    "application/rdf+xml",
                    "application/x.atom+xml",
                    "application/x-atom+xml",
                    "text/rss+xml",
                    "text/atom+xml",
                    "application/json",
                    "application/xml",
                    "text/xml");

    /// Types that are also used for other documents.
    private static final Set<String> GENERIC_TYPES =
            Set.of("application/json", "application/xml", "text/xml");
    private static final Pattern COMMENTS =
            Pattern.compile(
                    "comment|kommentar|coment[aá]rio|komentar|reacties|responses|replies|комментар|评论|評論|コメント|댓글");
    private static final Pattern PART =
            Pattern.compile(
                    "/(category|categories|tag|topic|author|search|label|section|series)s?/"
                            + "|[?&](cat|category|tag|author|s|q|search)=|podcast|newsletter|search results");
    private static final Pattern LOOKS_LIKE_FEED =
            Pattern.compile(
                    "(?i)(/(feed|rss|atom)/?|\\.(rss|atom)|/(feed|rss|atom|index|feeds?/[\\w.-]+)\\.xml|/feed\\.json)([?#].*)?$");

    private static final String FEED_SCHEME = "feed:";

    /// Common paths of feeds, for pages that link to none.
    private static final List<String> COMMON_PATHS =
            List.of(
                    "/feed",
                    "/feed.xml",
                    "/rss.xml",
                    "/atom.xml",
                    "/index.xml",
                    "/rss",
                    "/feed.json");

    private FeedDiscovery() {}

    /// The addresses of the feeds, best first.
    ///
    /// @param header the response's `Link` header, or empty
    public static List<String> linkedFeeds(String html, String header, String url) {
        Document document = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(html, url);
        LinkHeader.links(header).forEach(link -> add(link, document));
        Set<String> links =
                ranked(document.select("link[href]").stream().filter(FeedDiscovery::isFeedLink));
        links.addAll(
                ranked(document.select("a[href]").stream().filter(FeedDiscovery::looksLikeFeed)));
        return List.copyOf(links);
    }

    /// A link of the header counts like one of the page.
    private static void add(LinkHeader.Link link, Document document) {
        document.head()
                .appendElement("link")
                .attr("href", link.target())
                .attr("rel", link.rel())
                .attr("type", link.type())
                .attr("title", link.title());
    }

    public static List<String> commonPaths() {
        return COMMON_PATHS;
    }

    private static Set<String> ranked(Stream<Element> links) {
        var urls = new LinkedHashSet<String>();
        links.sorted(Comparator.comparingInt(FeedDiscovery::penalty))
                .map(FeedDiscovery::address)
                .filter(url -> !url.isEmpty())
                .forEach(urls::add);
        return urls;
    }

    /// `feed:` before an address, or instead of `https:`, used to open a feed reader.
    private static String address(Element link) {
        String href = link.attr("href").strip();
        if (href.regionMatches(true, 0, FEED_SCHEME, 0, FEED_SCHEME.length())) {
            String rest = href.substring(FEED_SCHEME.length());
            return rest.startsWith("//") ? "https:" + rest : rest;
        }
        return link.absUrl("href");
    }

    private static boolean isFeedLink(Element link) {
        Set<String> rel = Set.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+"));
        String type = type(link);
        return rel.contains("feed")
                || (rel.contains("alternate") && TYPES.contains(type) && !isApi(link, type));
    }

    private static String type(Element link) {
        return link.attr("type").toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    }

    /// WordPress lists its API as an alternate of each page.
    private static boolean isApi(Element link, String type) {
        return type.equals("application/json")
                && (link.attr("href").contains("wp-json") || link.attr("href").contains("oembed"));
    }

    private static boolean looksLikeFeed(Element link) {
        return LOOKS_LIKE_FEED.matcher(link.absUrl("href")).find() && sameHost(link);
    }

    private static boolean sameHost(Element link) {
        return host(link.absUrl("href")).equals(host(link.baseUri()));
    }

    private static String host(String url) {
        return url.replaceFirst("^https?://(www\\.)?([^/?#]*).*$", "$2");
    }

    /// Lower is better; links of equal penalty keep the page's order.
    private static int penalty(Element link) {
        String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
        if (words.contains("oembed")) {
            return 4;
        }
        if (COMMENTS.matcher(words).find()) {
            return 3;
        }
        if (GENERIC_TYPES.contains(type(link))) {
            return 2;
        }
        return PART.matcher(words).find() ? 1 : 0;
    }
}
