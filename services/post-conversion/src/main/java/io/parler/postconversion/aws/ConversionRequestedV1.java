package io.parler.postconversion.aws;

import io.parler.postconversion.AcceptedRequest;
import io.parler.request.Source;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The data of `conversion.requested.v1`.
record ConversionRequestedV1(
        String accountId,
        SourceV1 source,
        @Nullable String voice,
        Map<String, Object> options,
        Instant requestedAt) {
    static final String TYPE = "conversion.requested.v1";

    /// One of `{url}`, `{feedUrl, postId}`, `{title, text}` and `{title, textKey}`.
    record SourceV1(
            @Nullable String url,
            @Nullable String feedUrl,
            @Nullable String postId,
            @Nullable String title,
            @Nullable String text,
            @Nullable String textKey,
            @Nullable String language) {}

    static ConversionRequestedV1 of(AcceptedRequest request) {
        return new ConversionRequestedV1(
                request.account().value(),
                source(request.source()),
                request.voice().orElse(null),
                request.options().json(),
                request.requestedAt());
    }

    private static SourceV1 source(Source source) {
        return switch (source) {
            case Source.Page page ->
                    new SourceV1(page.url().toString(), null, null, null, null, null, null);
            case Source.FeedPost post ->
                    new SourceV1(
                            null, post.feedUrl().toString(), post.postId(), null, null, null, null);
            case Source.Text text ->
                    new SourceV1(
                            null,
                            null,
                            null,
                            text.title(),
                            text.text(),
                            null,
                            text.language().orElse(null));
            case Source.StoredText text ->
                    new SourceV1(
                            null,
                            null,
                            null,
                            text.title(),
                            null,
                            text.textKey(),
                            text.language().orElse(null));
        };
    }
}
