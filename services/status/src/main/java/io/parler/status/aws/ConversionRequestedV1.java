package io.parler.status.aws;

import io.parler.status.Asked;
import org.jspecify.annotations.Nullable;

/// Of `conversion.requested.v1` what people want to see while they wait; never the text.
record ConversionRequestedV1(String accountId, SourceV1 source, @Nullable String voice) {
    static final String TYPE = "conversion.requested.v1";

    record SourceV1(@Nullable String url, @Nullable String title) {}

    Asked asked() {
        return new Asked(accountId, source.title(), source.url(), voice);
    }
}
