package io.parler.loadpost.load;

import io.parler.loadpost.feed.Feed;
import io.parler.loadpost.feed.Post;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The address of a post that is only in its feed: the feed's, with the post's id behind a `#`.
public final class FeedPostUrl {
    private FeedPostUrl() {}

    /// The post's own address, if it has one.
    public static String of(Feed feed, Post post) {
        return post.url().isEmpty()
                ? feed.feedUrl() + "#" + URLEncoder.encode(post.id(), StandardCharsets.UTF_8)
                : post.url();
    }

    /// The id in such an address; empty if it has none.
    static Optional<String> id(String url) {
        int hash = url.indexOf('#');
        try {
            return hash < 0 || hash + 1 == url.length()
                    ? Optional.empty()
                    : Optional.of(
                            URLDecoder.decode(url.substring(hash + 1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
