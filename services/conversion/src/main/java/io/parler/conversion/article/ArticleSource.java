package io.parler.conversion.article;

import java.util.Optional;

/// Where the article comes from.
public sealed interface ArticleSource {
    /// One that needs nothing of ours to be read.
    sealed interface Loadable extends ArticleSource {}

    record Page(String url) implements Loadable {}

    record FeedPost(String feedUrl, String postId) implements Loadable {}

    record PastedText(String title, String text, Optional<String> language) implements Loadable {}

    /// A text too large for an event, in the texts bucket.
    record StoredText(String title, String key, Optional<String> language)
            implements ArticleSource {}
}
