package io.parler.postconversion;

import java.util.List;
import java.util.Optional;

/// A request that passed every check.
public record ConversionRequest(Source source, Optional<String> voice, Options options) {

    /// The same for two requests that ask for the same, whatever their JSON looked like.
    Fingerprint fingerprint() {
        String asked = voice.orElse("");
        return Fingerprint.of(
                options.json().isEmpty()
                        ? List.of(fingerprint(source).hex(), asked)
                        : List.of(fingerprint(source).hex(), asked, options.canonical()));
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
