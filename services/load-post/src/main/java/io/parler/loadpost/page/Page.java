package io.parler.loadpost.page;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// A parsed web page: whether it lists posts, where its AMP version and next page are, and its
/// tree.
public final class Page {
    private final String html;
    private final String url;
    private final Document document;
    private final boolean listsPosts;
    private final Optional<String> ampUrl;
    private final List<String> nextPages;

    private Page(String html, String url, Document document) {
        this.html = html;
        this.url = url;
        this.document = document;
        this.listsPosts = PostListDetector.listsPosts(document);
        this.ampUrl = PageLinks.ampUrl(document);
        this.nextPages = PageLinks.nextPages(document);
    }

    /// Empty if the page has too many elements.
    public static Optional<Page> parse(String html, String url) {
        return PageTree.parse(html, url).map(document -> new Page(html, url, document));
    }

    /// Whether the page lists posts, as a site's front page does.
    ///
    /// @param path of the page's address
    public boolean isListOfPosts(String path) {
        return listsPosts && PostListDetector.isListPath(path);
    }

    /// The address of the page's AMP version, if it has one.
    public Optional<String> ampUrl() {
        return ampUrl;
    }

    /// The next page of the same article, among the addresses the page links to.
    ///
    /// @param first the address of the article's first page
    /// @param number of the next page, from 2
    public Optional<String> continuation(String first, int number) {
        return nextPages.stream()
                .filter(candidate -> PageNumber.isPage(candidate, first, number))
                .findFirst();
    }

    public String html() {
        return html;
    }

    public String url() {
        return url;
    }

    /// Extraction changes the tree, so that it can be used once.
    public Document document() {
        return document;
    }
}
