package io.parler.loadpost.article;

import io.parler.loadpost.article.ArticleResult.Found;
import io.parler.loadpost.article.ArticleResult.NoArticle;
import io.parler.loadpost.article.ArticleResult.TooLarge;
import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Spoken;
import io.parler.loadpost.block.BlockWriter;
import io.parler.loadpost.block.SpeakingTime;
import io.parler.loadpost.block.SpokenRules;
import io.parler.loadpost.date.DateParser;
import io.parler.loadpost.dom.PlainText;
import io.parler.loadpost.extract.ArticleFinder;
import io.parler.loadpost.extract.LineBreakParagraphs;
import io.parler.loadpost.page.BylineParser;
import io.parler.loadpost.page.Metadata;
import io.parler.loadpost.page.Page;
import io.parler.loadpost.page.PageTree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// Reads the article on a page: its metadata, the element that contains it, and its blocks. The
/// result depends on page and address only.
public final class ArticleReader {
    public static final TooLarge TOO_LARGE =
            new TooLarge("The page has more parts than a page for people has.");

    public ArticleResult read(String html, String url) {
        return PageTree.parse(html, url)
                .map(document -> read(html, url, document))
                .orElse(TOO_LARGE);
    }

    /// Reads a parsed page, which can't be used again.
    public ArticleResult read(Page page) {
        return read(page.html(), page.url(), page.document());
    }

    private static ArticleResult read(String html, String url, Document document) {
        var metadata = Metadata.of(document);
        PageTree.removeNonText(document);
        Optional<ArticleFinder.Found> found =
                new ArticleFinder(metadata.title(), metadata.author().isEmpty())
                        .find(document, () -> again(html, url));
        if (found.isEmpty()) {
            return new NoArticle("There is no text on that page.");
        }
        return article(url, metadata, found.get());
    }

    /// An attempt changes its tree. Most pages need one attempt, so the page is parsed again only
    /// for another one.
    private static Document again(String html, String url) {
        Document document = PageTree.parse(html, url).orElseThrow();
        PageTree.removeNonText(document);
        return document;
    }

    /// The metadata of a post in its feed.
    public record Known(
            String title,
            Optional<String> author,
            Optional<Instant> published,
            Optional<String> language,
            Optional<String> imageUrl,
            Optional<String> siteName) {}

    /// Reads a post from its HTML in a feed, which contains nothing but the article.
    public ArticleResult readContent(String html, String url, Known known) {
        Optional<Document> parsed = PageTree.parse(html, url);
        if (parsed.isEmpty()) {
            return new TooLarge("The post has more parts than a post for people has.");
        }
        Document document = parsed.get();
        PageTree.removeNonText(document);
        LineBreakParagraphs.toParagraphs(document.body());
        var metadata =
                new Metadata(
                        known.title(),
                        known.author(),
                        known.published().map(Instant::toString),
                        known.language(),
                        known.imageUrl(),
                        known.siteName(),
                        Optional.of(url));
        int length = PlainText.length(document.body());
        return article(
                url, metadata, new ArticleFinder.Found(document.body(), Optional.empty(), length));
    }

    private static ArticleResult article(String url, Metadata metadata, ArticleFinder.Found found) {
        var rules = new SpokenRules(metadata, found.content());
        List<Block> written = new BlockWriter(rules).write(found.content());
        var language = ArticleLanguage.of(written, metadata.language());
        List<Block> blocks = ArticleLanguage.withForeignPassages(written, language);
        if (blocks.stream().noneMatch(block -> block.spoken() == Spoken.READ)) {
            return new NoArticle("There is no text on that page that could be read aloud.");
        }
        var time = SpeakingTime.of(blocks);
        var above = Dateline.of(blocks);
        return new Found(
                new Article(
                        url,
                        metadata.canonicalUrl().orElse(url),
                        metadata.title().isBlank() ? url : metadata.title(),
                        metadata.author()
                                .or(found::byline)
                                .flatMap(BylineParser::author)
                                .or(above::author),
                        metadata.author().or(found::byline),
                        metadata.published(),
                        metadata.published().flatMap(DateParser::parse).or(above::date),
                        language,
                        metadata.imageUrl(),
                        metadata.siteName(),
                        blocks,
                        time.words(),
                        time.characters(),
                        time.seconds()));
    }
}
