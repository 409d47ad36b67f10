package io.parler.postconversion.aws;

import io.parler.postconversion.Draft;
import io.parler.postconversion.DraftOptions;
import io.parler.postconversion.DraftSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The body of `POST /v1/conversions`.
record ConversionBody(
        @Nullable SourceBody source,
        @Nullable String voice,
        @Nullable Map<String, Object> options) {

    record SourceBody(
            @Nullable String url,
            @Nullable String feedUrl,
            @Nullable String postId,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {
        DraftSource draft() {
            return new DraftSource(url, feedUrl, postId, title, text, language);
        }
    }

    Draft draft() {
        return new Draft(
                source == null ? null : source.draft(),
                voice,
                new DraftOptions(options == null ? Map.of() : options));
    }
}
