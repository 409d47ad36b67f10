package io.parler.postconversion;

import io.parler.hash.Sha256;
import io.parler.request.ConversionRequest;
import io.parler.request.RequestOptions;
import io.parler.request.Source;

/// A hash that is the same for the same values only.
public record Fingerprint(String hex) {

    public static Fingerprint of(String... values) {
        return new Fingerprint(Sha256.hexOfAll(values));
    }

    /// The same for two requests for the same conversion, however their JSON was written.
    static Fingerprint of(ConversionRequest request) {
        String source = of(request.source()).hex();
        String voice = request.voice().orElse("");
        RequestOptions options = request.options();
        return options.json().isEmpty()
                ? of(source, voice)
                : of(source, voice, options.canonical());
    }

    private static Fingerprint of(Source.Requested source) {
        return switch (source) {
            case Source.Page page -> of("page", page.url().toString());
            case Source.FeedPost post -> of("feed", post.feedUrl().toString(), post.postId());
            case Source.Text text ->
                    of("text", text.title(), text.text(), text.language().orElse(""));
        };
    }
}
