package io.parler.loadpost.aws;

import io.parler.http.Json;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.article.ArticleResult;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.feed.FeedResult;
import io.parler.loadpost.load.PostPage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a feed and a page that are part of this service, to prime a function.
final class PrimingPages {
    private static final String ADDRESS = "https://parler.invalid/";

    private static final String FEED =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>A blog</title><link>https://parler.invalid/</link>
            <item><title>A post</title><link>https://parler.invalid/post</link>
            <pubDate>Mon, 02 Jun 2025 10:00:00 GMT</pubDate>
            <description>&lt;p&gt;What it says.&lt;/p&gt;</description></item>
            </channel></rss>""";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en"><head><title>A post</title>
            <meta property="article:published_time" content="2025-06-02T10:00:00Z">
            <script type="application/ld+json">{"@type": "BlogPosting", "headline": "A post"}</script>
            </head><body><nav><a href="/">Home</a></nav><article><h1>A post</h1>
            %s
            <ul><li>One.</li><li>Two.</li></ul>
            </article><footer>The end</footer></body></html>"""
                    .formatted(
                            "<p>A paragraph, long enough for the text of a post, with a <a"
                                    .concat(
                                            " href=\"/x\">link</a> and a few commas, as they are.</p>")
                                    .repeat(8));

    private PrimingPages() {}

    static void read() {
        byte[] feed = FEED.getBytes(StandardCharsets.UTF_8);
        if (new FeedReader().read(feed, "application/rss+xml", ADDRESS)
                instanceof FeedResult.Found found) {
            try {
                Json.bytes(PostsResponse.of(PostPage.of(found.feed(), 1, Optional.empty())));
            } catch (PostPage.InvalidCursorException e) {
                throw new IllegalStateException("there is no cursor", e);
            }
        }
        if (new ArticleReader().read(PAGE, ADDRESS) instanceof ArticleResult.Found found) {
            Json.bytes(ArticleResponse.of(found.article()));
        }
    }
}
