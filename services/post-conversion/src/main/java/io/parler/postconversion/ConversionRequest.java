package io.parler.postconversion;

import java.util.List;
import java.util.Optional;

/// A request that passed every check.
public record ConversionRequest(Source source, Optional<String> voice) {

    /// The same for two requests that ask for the same, whatever their JSON looked like.
    Fingerprint fingerprint() {
        return Fingerprint.of(List.of(fingerprint(source).hex(), voice.orElse("")));
    }

    private static Fingerprint fingerprint(Source source) {
        return Fingerprint.of(
                switch (source) {
                    case Source.Page page -> List.of("page", page.url().toString());
                    case Source.FeedPost post ->
                            List.of("feed", post.feedUrl().toString(), post.postId());
                    case Source.Text text ->
                            List.of("text", text.title(), text.text(), text.language().orElse(""));
                    case Source.StoredText stored ->
                            List.of("stored", stored.textKey(), stored.language().orElse(""));
                });
    }
}
