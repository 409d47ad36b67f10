package io.parler.conversion.article;

import java.util.Optional;

/// The source of an article: a page, a post of a feed, or a text.
public sealed interface ArticleSource {
    /// A source that does not need one of our buckets.
    sealed interface Loadable extends ArticleSource {}

    record Page(String url) implements Loadable {}

    record FeedPost(String feedUrl, String postId) implements Loadable {}

    record PastedText(String title, String text, Optional<String> language) implements Loadable {}

    /// A text that is too large for an event and is stored in the texts bucket.
    record StoredText(String title, String key, Optional<String> language)
            implements ArticleSource {}
}
