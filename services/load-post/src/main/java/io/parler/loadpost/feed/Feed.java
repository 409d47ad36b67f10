package io.parler.loadpost.feed;

import java.util.List;
import java.util.Optional;

/// A feed, whatever its format was.
public record Feed(
        String title,
        Optional<String> description,
        Optional<String> siteUrl,
        String feedUrl,
        Optional<String> language,
        Optional<String> imageUrl,
        List<Post> posts) {
    public Feed {
        posts = List.copyOf(posts);
    }
}
