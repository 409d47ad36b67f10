package io.parler.loadpost.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A feed, independent of its format.
///
/// @param published when the feed was published, or when it last changed
/// @param posts in the order of the feed
/// @param hints when it wants to be read again
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
        UpdateHints hints,
        RawTexts texts) {
    public Feed {
        posts = List.copyOf(posts);
    }
}
