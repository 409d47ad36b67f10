package io.parler.request;

import java.net.URI;
import java.util.Optional;

/// The source of a conversion.
public sealed interface Source {
    /// A source in a request.
    sealed interface Requested extends Source {}

    /// A post by its address.
    record Page(URI url) implements Requested {}

    /// A post of a feed.
    record FeedPost(URI feedUrl, String postId) implements Requested {}

    /// A text that the caller sent.
    record Text(String title, String text, Optional<String> language) implements Requested {
        public static final int MAX_CHARACTERS = 100_000;

        /// Unicode characters, not UTF-16 units.
        public int characters() {
            return Texts.length(text);
        }
    }

    /// A text too large for an event; it is stored in the texts bucket under `textKey`.
    record StoredText(String title, String textKey, Optional<String> language) implements Source {}
}
