package io.parler.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A conversion's request body as the caller sent it, not validated:
/// `contracts/rest/conversion-request.schema.json`.
public record ConversionRequestBody(
        @Nullable SourceBody source,
        @Nullable String voice,
        @Nullable Map<String, Object> options) {
    public static final int MAX_BYTES = 1_048_576;

    public record SourceBody(
            @Nullable String url,
            @Nullable String feedUrl,
            @Nullable String postId,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {}
}
