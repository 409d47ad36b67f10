package io.parler.conversion;

import io.parler.conversion.script.Options;
import java.util.Optional;
import java.util.regex.Pattern;

/// A conversion asked for. `attempt` grows with each delivery and each time it is handed on.
public record Job(
        String id,
        String accountId,
        Source source,
        Optional<String> voice,
        Options options,
        Timing timing,
        int attempt) {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Job {
        if (!UUID.matcher(id).matches()) {
            throw new IllegalArgumentException("a conversion's id is a UUID");
        }
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts count from 1");
        }
    }

    /// Where the article comes from.
    public sealed interface Source {
        /// One that needs nothing of ours to be read.
        sealed interface Given extends Source {}

        record Page(String url) implements Given {}

        record FeedPost(String feedUrl, String postId) implements Given {}

        record Text(String title, String text, Optional<String> language) implements Given {}

        /// A text too large for an event, in the texts bucket.
        record StoredText(String title, String key, Optional<String> language) implements Source {}
    }
}
