package io.parler.loadpost.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A feed, whatever its format was.
///
/// @param published of the feed as a whole, or when it last changed
/// @param posts in the order of the feed
public record Feed(
        String title,
        Optional<String> description,
        Optional<String> siteUrl,
        String feedUrl,
        Optional<String> language,
        Optional<String> author,
        Optional<Instant> published,
        Optional<String> imageUrl,
        List<Post> posts,
        RawTexts texts) {
    public Feed {
        posts = List.copyOf(posts);
    }
}
