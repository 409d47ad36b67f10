package io.parler.loadpost.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// A web page, parsed once: whether it lists posts, where else its article is, and the article.
public final class Page {
    private final String html;
    private final String url;
    private final Document document;
    private final boolean listsPosts;
    private final Optional<String> accelerated;
    private final List<String> following;

    private Page(String html, String url, Document document) {
        this.html = html;
        this.url = url;
        this.document = document;
        this.listsPosts = FrontPage.listsPosts(document);
        this.accelerated = PageLinks.accelerated(document);
        this.following = PageLinks.following(document);
    }

    /// Nothing where the page has more parts than any page made for people.
    public static Optional<Page> parse(String html, String url) {
        return PageTree.parse(html, url).map(document -> new Page(html, url, document));
    }

    /// Whether it lists posts, as a site's front page does.
    ///
    /// @param path of its address
    public boolean isListOfPosts(String path) {
        return listsPosts && FrontPage.isPathOfList(path);
    }

    /// The same page in AMP, where it says that there is one.
    public Optional<String> accelerated() {
        return accelerated;
    }

    /// The next page of the same article, going by where the page leads.
    ///
    /// @param first the address of the article's first page
    /// @param number of the page wanted, from 2
    public Optional<String> continuation(String first, int number) {
        return following.stream()
                .filter(candidate -> PageNumber.isPage(candidate, first, number))
                .findFirst();
    }

    public String html() {
        return html;
    }

    public String url() {
        return url;
    }

    /// Reading uses it up.
    public Document document() {
        return document;
    }
}
