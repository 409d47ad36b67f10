package io.parler.loadpost.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.WebAddress;
import java.nio.charset.StandardCharsets;

/// Reads texts as feeds of one address.
final class TestFeeds {
    static final String URL = "https://harbour.example/feed.xml";

    private TestFeeds() {}

    static FeedResult reading(String text) {
        try {
            return new FeedReader().read(text, WebAddress.parse(URL));
        } catch (InvalidAddressException e) {
            throw new IllegalStateException(e);
        }
    }

    static Feed feed(String text) {
        return found(reading(text));
    }

    static Feed feed(byte[] bytes, String contentType) {
        return found(new FeedReader().read(bytes, contentType, URL));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The one item of an RSS feed.
    static Post item(String fields) {
        return feed("<rss version='2.0'><channel><item>" + fields + "</item></channel></rss>")
                .posts()
                .getFirst();
    }

    /// The one entry of an Atom feed.
    static Post entry(String fields) {
        return feed("<feed xmlns='http://www.w3.org/2005/Atom'><entry>"
                        + fields
                        + "</entry></feed>")
                .posts()
                .getFirst();
    }

    /// The channel of an RSS feed.
    static Feed channel(String fields) {
        return feed("<rss version='2.0'><channel>" + fields + "</channel></rss>");
    }

    private static Feed found(FeedResult reading) {
        assertThat(reading).isInstanceOf(FeedResult.Found.class);
        return ((FeedResult.Found) reading).feed();
    }
}
