package io.parler.postconversion;

import java.net.URI;
import java.util.Optional;

/// What is to be spoken: a page, a post of a feed, or a text.
public sealed interface Source {
    record Page(URI url) implements Source {}

    record FeedPost(URI feedUrl, String postId) implements Source {}

    /// A text as it was pasted.
    record Text(String title, String text, Optional<String> language) implements Source {
        /// What the quota counts: Unicode characters, not UTF-16 units.
        public int characters() {
            return text.codePointCount(0, text.length());
        }
    }

    /// A text too large for an event; it lies in the texts bucket under `textKey`.
    record StoredText(String title, String textKey, Optional<String> language) implements Source {}
}
