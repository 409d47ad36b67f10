package io.parler.bench.text;

import io.parler.html.Html;
import io.parler.loadpost.article.ArticleReader;
import io.parler.loadpost.feed.FeedReader;
import java.nio.charset.StandardCharsets;

/// The steps of load-post: a text in the different places of a page and of a feed.
final class LoadPostSteps {
    private static final String URL = "https://blog.example/a-post";
    private static final String PROSE =
            "<p>The yard at the mouth of the river was quiet, and nobody had been there since.</p>"
                    .repeat(8);

    private LoadPostSteps() {}

    static void page(String text) {
        read("A text", "<p>" + Html.escape(text) + "</p>");
    }

    /// The text as if it were HTML.
    static void markup(String text) {
        read("A text", "<p>" + text + "</p>");
    }

    static void head(String text) {
        String title = Html.escape(text);
        read(
                title
                        + "</title><meta property='og:title' content=\""
                        + title
                        + "\"><meta name=author content=\""
                        + title
                        + "\"><meta name=description content=\""
                        + title
                        + "\"><meta property='article:published_time' content=\""
                        + title
                        + "\"><title>",
                "<h1>" + title + "</h1><div class=byline>" + title + "</div>");
    }

    private static void read(String title, String content) {
        new ArticleReader()
                .read(
                        "<!doctype html><title>"
                                + title
                                + "</title><body><article>"
                                + content
                                + PROSE
                                + "</article>",
                        URL);
    }

    static void feed(String text) {
        String escaped = Html.escape(text);
        String feed =
                "<rss version='2.0'><channel><title>"
                        + escaped
                        + "</title><item><title>"
                        + escaped
                        + "</title><link>https://blog.example/1</link><author>"
                        + escaped
                        + "</author><pubDate>"
                        + escaped
                        + "</pubDate><description>"
                        + escaped
                        + "</description></item></channel></rss>";
        new FeedReader().read(feed.getBytes(StandardCharsets.UTF_8), "", URL);
    }
}
