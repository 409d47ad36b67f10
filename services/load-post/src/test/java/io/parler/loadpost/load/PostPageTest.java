package io.parler.loadpost.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.FeedReader;
import io.parler.loadpost.feed.FeedResult;
import io.parler.loadpost.feed.Post;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostPageTest {
    private static final String TEXT = "It was quiet there, as it had been for weeks. ".repeat(50);

    @Test
    void aPostWithoutADateKeepsItsPlaceBesideItsNeighbour() throws PostPage.InvalidCursorException {
        assertThat(
                        titles(
                                item("oldest", "Tue, 5 Jan 2021 00:00:00 GMT")
                                        + item("middle", "Fri, 5 Mar 2021 00:00:00 GMT")
                                        + item("undated", "")
                                        + item("unreadable", "<pubDate>soon</pubDate>")
                                        + item("newest", "Mon, 26 Jul 2021 19:00:00 GMT")))
                .containsExactly("newest", "middle", "undated", "unreadable", "oldest");
    }

    @Test
    void withoutAnyDatesTheOrderIsTheFeeds() throws PostPage.InvalidCursorException {
        assertThat(titles(item("b", "") + item("a", "") + item("c", "")))
                .containsExactly("b", "a", "c");
    }

    @Test
    void aPostWithoutAnAddressIsListedIfItHasAText() throws PostPage.InvalidCursorException {
        assertThat(
                        titles(
                                "<item><title>text</title><description>&lt;p&gt;"
                                        + TEXT
                                        + "&lt;/p&gt;</description></item><item><title>nothing</title></item>"
                                        + item("linked", "")))
                .containsExactly("text", "linked");
    }

    private static String item(String title, String date) {
        return "<item><title>"
                + title
                + "</title><link>https://h.example/"
                + title
                + "</link>"
                + (date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>")
                + "</item>";
    }

    private static java.util.List<String> titles(String items)
            throws PostPage.InvalidCursorException {
        String xml = "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>";
        Feed feed =
                new FeedReader()
                                        .read(
                                                xml.getBytes(StandardCharsets.UTF_8),
                                                "application/xml",
                                                "https://h.example/feed")
                                instanceof FeedResult.Found(Feed found)
                        ? found
                        : fail("no feed");
        return PostPage.of(feed, 20, Optional.empty()).posts().stream().map(Post::title).toList();
    }
}
