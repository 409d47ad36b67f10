package io.parler.request;

import io.parler.text.TextCharacters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A conversion's request body as the caller sent it, not validated:
/// `contracts/rest/conversion-request.schema.json`. Characters that are not text are replaced.
public record ConversionRequestBody(
        @Nullable SourceBody source,
        @Nullable String voice,
        @Nullable Map<String, Object> options) {
    public static final int MAX_BYTES = 1_048_576;

    public ConversionRequestBody {
        voice = voice == null ? null : TextCharacters.cleaned(voice);
        options = options == null ? null : CleanedJson.object(options);
    }

    public record SourceBody(
            @Nullable String url,
            @Nullable String feedUrl,
            @Nullable String postId,
            @Nullable String title,
            @Nullable String text,
            @Nullable String language) {
        public SourceBody {
            postId = postId == null ? null : TextCharacters.cleaned(postId);
            title = title == null ? null : TextCharacters.cleaned(title);
            text = text == null ? null : TextCharacters.cleaned(text);
        }
    }
}
