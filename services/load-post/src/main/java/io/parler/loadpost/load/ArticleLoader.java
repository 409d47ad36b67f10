package io.parler.loadpost.load;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import io.parler.loadpost.fetch.FetchResult;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebClient;
import io.parler.loadpost.load.LoadResult.Failed;
import io.parler.loadpost.load.LoadResult.Found;
import io.parler.loadpost.page.Page;
import io.parler.problem.ProblemType;
import io.parler.text.TextCharacters;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Loads one post as an article: by its address, or by its feed and its id there.
public final class ArticleLoader {
    static final String ACCEPT = "text/html, application/xhtml+xml, */*;q=0.5";
    private static final Pattern MARKUP =
            Pattern.compile(
                    "<(!doctype html|html|head|body|article|main|div|p|h1)[\\s>]",
                    Pattern.CASE_INSENSITIVE);
    private static final int MARKUP_SEARCH_LIMIT = 4096;
    private static final int MAX_REFRESHES = 3;

    private final WebClient web;
    private final FeedLoader feeds;
    private final ArticleReader reader;
    private final MultiPageLoader multiPage;

    public ArticleLoader(
            WebClient web, FeedLoader feeds, ArticleReader reader, InstantSource clock) {
        this.web = web;
        this.feeds = feeds;
        this.reader = reader;
        this.multiPage = new MultiPageLoader(web, reader, clock);
    }

    /// A post without an address of its own has that of its feed, with its id behind a `#`.
    public LoadResult<Article> byUrl(String url) {
        return switch (web.get(url, ACCEPT)) {
            case FetchResult.Failed failed -> new Failed<>(failed.problem(), failed.detail());
            case FetchResult.Found found -> read(found.resource(), FeedPostUrl.id(url));
        };
    }

    public LoadResult<Article> byPost(String feedUrl, String postId) {
        return switch (feeds.load(feedUrl)) {
            case Failed<Feed> failed -> new Failed<>(failed.problem(), failed.detail());
            case Found<Feed>(Feed feed) -> post(feed, postId);
        };
    }

    private LoadResult<Article> post(Feed feed, String postId) {
        return feed.posts().stream()
                .filter(post -> TextCharacters.cleaned(post.id()).equals(postId))
                .findFirst()
                .map(post -> load(feed, post))
                .orElseGet(
                        () ->
                                new Failed<>(
                                        ProblemType.POST_NOT_FOUND,
                                        "The feed holds no post with that id."));
    }

    /// The article on the post's page, or the one in the feed if that is more complete or the
    /// page can't be read.
    private LoadResult<Article> load(Feed feed, Post post) {
        LoadResult<Article> fromPage =
                post.url().isEmpty()
                        ? new Failed<>(
                                ProblemType.NO_ARTICLE, "The post has no address and no text.")
                        : byUrl(post.url());
        Optional<String> content = post.content();
        if (content.isEmpty()) {
            return fromPage;
        }
        ArticleResult fromFeed =
                reader.readContent(
                        content.get(),
                        FeedPostUrl.of(feed, post),
                        new ArticleReader.Known(
                                post.title(),
                                post.author(),
                                post.published(),
                                post.language().or(feed::language),
                                post.imageUrl(),
                                Optional.of(feed.title()).filter(name -> !name.isBlank())));
        if (!(fromFeed instanceof ArticleResult.Found(Article article))) {
            return fromPage;
        }
        return fromPage instanceof Found<Article>(Article page)
                ? new Found<>(page.moreCompleteOf(article))
                : new Found<>(article);
    }

    private LoadResult<Article> read(Resource resource, Optional<String> postId) {
        return read(resource, postId, MAX_REFRESHES);
    }

    private LoadResult<Article> read(Resource resource, Optional<String> postId, int refreshes) {
        String type = resource.contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("image/")
                || type.startsWith("video/")
                || type.startsWith("audio/")
                || type.startsWith("application/pdf")) {
            return notHtml();
        }
        String text = resource.text();
        if (BinaryContent.isIn(text)) {
            return notHtml();
        }
        Optional<Feed> feed = feeds.feedIn(resource, text);
        if (feed.isPresent()) {
            if (postId.isPresent()) {
                return post(feed.get(), postId.get());
            }
            return new Failed<>(
                    ProblemType.NO_ARTICLE,
                    "That is a feed. List its posts with GET /v1/posts, and choose one of them.");
        }
        String start = text.substring(0, Math.min(MARKUP_SEARCH_LIMIT, text.length()));
        if (!type.contains("html") && !MARKUP.matcher(start).find()) {
            return notHtml();
        }
        Optional<String> elsewhere = Refresh.target(text, resource.url());
        if (elsewhere.isPresent()
                && refreshes > 0
                && web.get(elsewhere.get(), ACCEPT) instanceof FetchResult.Found(Resource target)) {
            return read(target, postId, refreshes - 1);
        }
        Optional<Page> parsed = Page.parse(text, resource.url());
        if (parsed.isEmpty()) {
            return result(ArticleReader.TOO_LARGE);
        }
        Page page = parsed.get();
        declareLanguage(page, resource.contentLanguage());
        if (page.isListOfPosts(resource.address().path())) {
            return new Failed<>(
                    ProblemType.NO_ARTICLE,
                    "That is a list of posts. List them with GET /v1/posts, or give the address of one.");
        }
        ArticleResult result = reader.read(page);
        return switch (result) {
            case ArticleResult.Found(Article article) ->
                    new Found<>(multiPage.withFurtherPages(article, page, resource.url()));
            case ArticleResult.NoArticle _ ->
                    page.ampUrl().flatMap(this::loadAmp).orElseGet(() -> result(result));
            case ArticleResult.TooLarge _ -> result(result);
        };
    }

    /// The header counts where the page itself declares nothing. A list of languages says nothing
    /// about the text.
    private static void declareLanguage(Page page, String contentLanguage) {
        if (!contentLanguage.isBlank() && contentLanguage.indexOf(',') < 0) {
            page.document()
                    .head()
                    .appendElement("meta")
                    .attr("http-equiv", "content-language")
                    .attr("content", contentLanguage);
        }
    }

    /// The article of the AMP version, which has text even if a script builds the page itself.
    private Optional<LoadResult<Article>> loadAmp(String url) {
        return web.get(url, ACCEPT) instanceof FetchResult.Found(Resource resource)
                        && reader.read(resource.text(), resource.url())
                                instanceof ArticleResult.Found(Article article)
                ? Optional.of(new Found<>(article))
                : Optional.empty();
    }

    private static LoadResult<Article> result(ArticleResult result) {
        return switch (result) {
            case ArticleResult.Found(Article article) -> new Found<>(article);
            case ArticleResult.NoArticle(String detail) ->
                    new Failed<>(ProblemType.NO_ARTICLE, detail);
            case ArticleResult.TooLarge(String detail) ->
                    new Failed<>(ProblemType.PAGE_TOO_LARGE, detail);
        };
    }

    private static LoadResult<Article> notHtml() {
        return new Failed<>(
                ProblemType.NOT_HTML, "There is no web page at that address, but another file.");
    }
}
