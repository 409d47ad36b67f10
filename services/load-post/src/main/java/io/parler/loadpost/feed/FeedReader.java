package io.parler.loadpost.feed;

import io.parler.loadpost.feed.FeedResult.Found;
import io.parler.loadpost.feed.FeedResult.NotAFeed;
import io.parler.loadpost.feed.FeedResult.Unreadable;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.WebAddress;
import java.util.Optional;

/// Reads a feed of any format: RSS, Atom or JSON Feed.
public final class FeedReader {
    /// Reads the body of a response.
    ///
    /// @param contentType the response's header, or empty
    /// @param url the address of the feed, to which its relative links are resolved
    public FeedResult read(byte[] bytes, String contentType, String url) {
        try {
            var resource = new Resource(WebAddress.parse(url), contentType, bytes);
            return read(resource.text(), resource.address());
        } catch (InvalidAddressException e) {
            return new Unreadable("The address of the feed can't be read.");
        }
    }

    public FeedResult read(String text, WebAddress address) {
        if (FeedSource.isJson(text)) {
            return found(JsonFeedParser.read(text, address));
        }
        return FeedSource.xml(text).map(xml -> xml(xml, address)).orElseGet(NotAFeed::new);
    }

    private static FeedResult xml(String xml, WebAddress address) {
        return FeedSource.exceedsLimits(xml)
                ? new Unreadable("The feed there is made of more elements than can be read.")
                : found(XmlFeedParser.read(xml, address));
    }

    private static FeedResult found(Optional<Feed> feed) {
        return feed.<FeedResult>map(Found::new)
                .orElseGet(() -> new Unreadable("The feed there is too broken to be read."));
    }
}
