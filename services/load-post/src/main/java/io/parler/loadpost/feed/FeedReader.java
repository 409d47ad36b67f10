package io.parler.loadpost.feed;

import io.parler.loadpost.feed.FeedReading.Found;
import io.parler.loadpost.feed.FeedReading.NotAFeed;
import io.parler.loadpost.feed.FeedReading.Unreadable;
import io.parler.loadpost.fetch.WebAddress;
import java.util.Optional;

/// Reads a feed of any format to the one result: ROME first, and what it refuses by the tolerant
/// reader.
public final class FeedReader {
    private final RomeFeeds rome = new RomeFeeds();
    private final TolerantFeeds tolerant = new TolerantFeeds();
    private final JsonFeeds json = new JsonFeeds();

    public FeedReading read(String text, WebAddress address) {
        if (FeedText.isJson(text)) {
            return found(json.read(text, address));
        }
        if (!FeedText.isFeed(text)) {
            return new NotAFeed();
        }
        var xml = FeedText.mended(text);
        return found(rome.read(xml, address).or(() -> tolerant.read(xml, address)));
    }

    private static FeedReading found(Optional<Feed> feed) {
        return feed.<FeedReading>map(Found::new)
                .orElseGet(() -> new Unreadable("The feed there is too broken to be read."));
    }
}
