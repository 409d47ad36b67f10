package io.parler.status.aws;

import io.parler.status.RequestSummary;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.requested.v1` that people want to see while they wait; never the text.
record ConversionRequestedV1(
        String accountId, SourceV1 source, @Nullable String voice, @Nullable OptionsV1 options) {
    static final String TYPE = "conversion.requested.v1";

    record SourceV1(@Nullable String url, @Nullable String title, @Nullable String language) {}

    record OptionsV1(@Nullable String visibility) {}

    RequestSummary toDomain() {
        boolean isPrivate = options != null && "private".equals(options.visibility());
        return new RequestSummary(
                accountId, source.title(), source.url(), voice, source.language(), isPrivate);
    }
}
