package io.parler.loadpost.page;

import io.parler.loadpost.dom.Tags;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/// Tells a page that lists posts, such as a site's front page, from a post.
final class PostListDetector {
    private static final Pattern LIST_PATH =
            Pattern.compile(
                    "(?i)/[^/]*/?(index\\.html?)?|.*/(category|categories|tags?|topics?|authors?|page|archives?|label|section)(/[^/]+){1,2}/?"
                            + "|.*/(blog|posts|news|articles|archives?|journal|writing)/?|.*/(19|20)\\d\\d(/\\d\\d){0,2}/?");
    private static final int MIN_POSTS = 3;
    private static final double MIN_SHARE = 0.6;

    private PostListDetector() {}

    /// Whether a list of posts is likely at this path: near the top of a site.
    static boolean isListPath(String path) {
        return LIST_PATH.matcher(path).matches();
    }

    static boolean listsPosts(Document document) {
        boolean saysArticle =
                new MetaTags(document).first("og:type").filter("article"::equals).isPresent()
                        || StructuredData.of(document, "").title().isPresent();
        Elements headings = document.select("h2, h3");
        long posts =
                document.select("h1, h2, h3").stream()
                        .flatMap(heading -> link(heading).stream())
                        .map(link -> link.absUrl("href"))
                        .filter(url -> !url.isEmpty() && !url.contains("#"))
                        .distinct()
                        .count();
        return !saysArticle && posts >= MIN_POSTS && posts >= headings.size() * MIN_SHARE;
    }

    private static Optional<Element> link(Element heading) {
        return Optional.ofNullable(heading.selectFirst("a[href]"))
                .or(
                        () ->
                                Optional.ofNullable(heading.parent())
                                        .filter(parent -> Tags.is(parent, "a")));
    }
}
