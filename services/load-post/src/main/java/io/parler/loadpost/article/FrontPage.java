package io.parler.loadpost.article;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Tells a page that lists posts, as a site's front page does, from a post.
public final class FrontPage {
    private static final Pattern LIST_PATH =
            Pattern.compile(
                    "(?i)/|/(blog|posts?|news|articles|archives?|[a-z]{2})/?|.*/(category|tag|page)/[^/]+/?");
    private static final int POSTS = 3;

    private FrontPage() {}

    public static boolean isListOfPosts(String html, String url, String path) {
        return LIST_PATH.matcher(path).matches()
                && PageTree.parse(html, url).filter(FrontPage::listsPosts).isPresent();
    }

    private static boolean listsPosts(Document document) {
        if (new MetaTags(document).first("og:type").filter("article"::equals).isPresent()) {
            return false;
        }
        long posts =
                document.select("h1, h2, h3").stream()
                        .flatMap(heading -> link(heading).stream())
                        .map(link -> link.absUrl("href"))
                        .filter(url -> !url.isEmpty() && !url.contains("#"))
                        .distinct()
                        .count();
        return posts >= POSTS;
    }

    private static Optional<Element> link(Element heading) {
        return Optional.ofNullable(heading.selectFirst("a[href]"))
                .or(
                        () ->
                                Optional.ofNullable(heading.parent())
                                        .filter(parent -> Tags.is(parent, "a")));
    }
}
