package io.parler.loadpost.load;

import io.parler.loadpost.article.Article;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.Reading;
import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import io.parler.loadpost.fetch.Fetch;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.Web;
import io.parler.loadpost.load.Loaded.Found;
import io.parler.loadpost.load.Loaded.Refused;
import io.parler.loadpost.page.Page;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gets one post as an article: by its own address, or by its feed and its id there.
public final class ArticleLoader {
    static final String ACCEPT = "text/html, application/xhtml+xml, */*;q=0.5";
    private static final Pattern MARKUP =
            Pattern.compile(
                    "<(!doctype html|html|head|body|article|main|div|p|h1)[\\s>]",
                    Pattern.CASE_INSENSITIVE);
    private static final int LOOKED_AT = 4096;

    private final Web web;
    private final FeedLoader feeds;
    private final ArticleReader reader;
    private final FurtherPages furtherPages;

    public ArticleLoader(Web web, FeedLoader feeds, ArticleReader reader, InstantSource clock) {
        this.web = web;
        this.feeds = feeds;
        this.reader = reader;
        this.furtherPages = new FurtherPages(web, reader, clock);
    }

    public Loaded<Article> byUrl(String url) {
        return switch (web.get(url, ACCEPT)) {
            case Fetch.Refused refused ->
                    new Refused<>(Refusal.of(refused.reason()), refused.detail());
            case Fetch.Found found -> read(found.resource());
        };
    }

    public Loaded<Article> byPost(String feedUrl, String postId) {
        return switch (feeds.load(feedUrl)) {
            case Refused<Feed> refused -> new Refused<>(refused.reason(), refused.detail());
            case Found<Feed>(var feed) ->
                    feed.posts().stream()
                            .filter(post -> post.id().equals(postId))
                            .findFirst()
                            .map(post -> ofPost(feed, post))
                            .orElseGet(
                                    () ->
                                            new Refused<>(
                                                    Refusal.POST_NOT_FOUND,
                                                    "The feed holds no post with that id."));
        };
    }

    /// The page, unless the feed holds more of the same post, or the page can't be read.
    private Loaded<Article> ofPost(Feed feed, Post post) {
        var fromPage =
                post.url().isEmpty()
                        ? new Refused<Article>(
                                Refusal.NO_ARTICLE, "The post has no address and no text.")
                        : byUrl(post.url());
        var content = post.content();
        if (content.isEmpty()) {
            return fromPage;
        }
        var fromFeed =
                reader.readContent(
                        content.get(),
                        post.url().isEmpty() ? feed.feedUrl() : post.url(),
                        new ArticleReader.Known(
                                post.title(),
                                post.author(),
                                post.published(),
                                post.language().or(feed::language),
                                post.imageUrl(),
                                Optional.of(feed.title()).filter(name -> !name.isBlank())));
        if (!(fromFeed instanceof Reading.Found(var article))) {
            return fromPage;
        }
        return fromPage instanceof Found<Article>(var page)
                ? new Found<>(page.moreCompleteOf(article))
                : new Found<>(article);
    }

    private Loaded<Article> read(Resource resource) {
        var type = resource.contentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("image/")
                || type.startsWith("video/")
                || type.startsWith("audio/")
                || type.startsWith("application/pdf")) {
            return notHtml();
        }
        var text = resource.text();
        if (feeds.feedIn(resource, text).isPresent()) {
            return new Refused<>(
                    Refusal.NO_ARTICLE,
                    "That is a feed. List its posts with GET /v1/posts, and choose one of them.");
        }
        var start = text.substring(0, Math.min(LOOKED_AT, text.length()));
        if (!type.contains("html") && !MARKUP.matcher(start).find()) {
            return notHtml();
        }
        var parsed = Page.parse(text, resource.url());
        if (parsed.isEmpty()) {
            return loaded(ArticleReader.TOO_LARGE);
        }
        var page = parsed.get();
        if (page.isListOfPosts(resource.address().path())) {
            return new Refused<>(
                    Refusal.NO_ARTICLE,
                    "That is a list of posts. List them with GET /v1/posts, or give the address of one.");
        }
        var reading = reader.read(page);
        return switch (reading) {
            case Reading.Found(var article) ->
                    new Found<>(furtherPages.joined(article, page, resource.url()));
            case Reading.NoArticle _ ->
                    page.accelerated().flatMap(this::accelerated).orElseGet(() -> loaded(reading));
            case Reading.TooLarge _ -> loaded(reading);
        };
    }

    /// The article from the page's AMP form, which holds text where the page makes it by script.
    private Optional<Loaded<Article>> accelerated(String url) {
        return web.get(url, ACCEPT) instanceof Fetch.Found(var resource)
                        && reader.read(resource.text(), resource.url())
                                instanceof Reading.Found(var article)
                ? Optional.of(new Found<>(article))
                : Optional.empty();
    }

    private static Loaded<Article> loaded(Reading reading) {
        return switch (reading) {
            case Reading.Found(var article) -> new Found<>(article);
            case Reading.NoArticle(var detail) -> new Refused<>(Refusal.NO_ARTICLE, detail);
            case Reading.TooLarge(var detail) -> new Refused<>(Refusal.PAGE_TOO_LARGE, detail);
        };
    }

    private static Loaded<Article> notHtml() {
        return new Refused<>(
                Refusal.NOT_HTML, "There is no web page at that address, but another file.");
    }
}
