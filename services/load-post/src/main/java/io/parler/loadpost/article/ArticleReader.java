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
import io.parler.loadpost.extract.ArticleFinder;
import io.parler.loadpost.extract.LineBreakParagraphs;
import io.parler.loadpost.page.BylineParser;
import io.parler.loadpost.page.MarkedAuthor;
import io.parler.loadpost.page.Metadata;
import io.parler.loadpost.page.Page;
import io.parler.loadpost.page.PageTree;
import io.parler.loadpost.page.PersonName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
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
        boolean named =
                metadata.author()
                        .flatMap(BylineParser::author)
                        .filter(name -> !metadata.siteName().equals(Optional.of(name)))
                        .isPresent();
        Optional<String> marked = named ? Optional.empty() : MarkedAuthor.of(document);
        PageTree.removeNonText(document);
        Iterator<ArticleFinder.Found> attempts =
                new ArticleFinder(metadata.title(), metadata.author().isEmpty())
                        .attempts(document, () -> again(html, url));
        return article(url, metadata, best(attempts, metadata, marked), marked);
    }

    /// One attempt to find the article, and its blocks.
    private record Attempt(Optional<String> byline, List<Block> blocks, ReadText read) {}

    /// The first attempt that is surely an article, or else the first that may be a short post. A
    /// less strict attempt finds more text, but often another one: a notice about cookies, a form.
    private static Attempt best(
            Iterator<ArticleFinder.Found> attempts, Metadata metadata, Optional<String> marked) {
        var all = new ArrayList<Attempt>();
        while (attempts.hasNext()) {
            Attempt attempt = attempt(attempts.next(), metadata, marked);
            if (attempt.read().isArticle()) {
                return attempt;
            }
            all.add(attempt);
        }
        return all.stream()
                .filter(attempt -> attempt.read().isShortPost())
                .findFirst()
                .orElseGet(
                        () ->
                                Collections.max(
                                        all,
                                        Comparator.comparingInt(attempt -> attempt.read().all())));
    }

    private static Attempt attempt(
            ArticleFinder.Found found, Metadata metadata, Optional<String> marked) {
        Optional<String> author = author(metadata, found.byline(), marked).or(() -> marked);
        var rules = new SpokenRules(metadata, author, found.content());
        List<Block> blocks = new BlockWriter(rules).write(found.content());
        return new Attempt(found.byline(), blocks, ReadText.of(blocks));
    }

    /// The author by the metadata or a byline. A person who is marked is preferred to the site, and
    /// to a byline without the form of a name.
    private static Optional<String> author(
            Metadata metadata, Optional<String> byline, Optional<String> marked) {
        return metadata.author()
                .or(() -> byline)
                .flatMap(BylineParser::author)
                .map(name -> isDoubtful(name, metadata) ? marked.orElse(name) : name);
    }

    private static boolean isDoubtful(String author, Metadata metadata) {
        return metadata.siteName().equals(Optional.of(author))
                || (metadata.author().isEmpty() && !PersonName.isOneOrMore(author));
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
        var found = new ArticleFinder.Found(document.body(), Optional.empty());
        return article(url, metadata, attempt(found, metadata, Optional.empty()), Optional.empty());
    }

    /// @param marked the author, if nothing else names one
    private static ArticleResult article(
            String url, Metadata metadata, Attempt found, Optional<String> marked) {
        List<Block> written = found.blocks();
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
                        author(metadata, found.byline(), marked)
                                .or(above::author)
                                .or(() -> marked)
                                .or(() -> Signature.in(blocks)),
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
