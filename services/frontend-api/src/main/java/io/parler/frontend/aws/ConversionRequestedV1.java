package io.parler.frontend.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.frontend.RequestSummary;
import io.parler.http.Json;
import io.parler.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.requested.v1` that the library needs: all but a pasted text.
record ConversionRequestedV1(
        String accountId,
        SourceV1 source,
        @Nullable String voice,
        @Nullable Map<String, Object> options) {
    static final String TYPE = "conversion.requested.v1";

    /// A page of the library has up to 100 of them. Only a long list of pronunciations is larger.
    private static final int MAX_BODY_BYTES = 8_000;

    record SourceV1(
            @Nullable String url,
            @Nullable String feedUrl,
            @Nullable String postId,
            @Nullable String title) {
        boolean isPost() {
            return url != null || feedUrl != null;
        }
    }

    static Running entry(CloudEvent event) throws UnreadableEvent {
        ConversionRequestedV1 data = event.data(ConversionRequestedV1.class);
        return new Running(
                event.conversionId(), AccountId.of(data.accountId()).storageKey(), data.summary());
    }

    private RequestSummary summary() {
        return new RequestSummary(
                Optional.ofNullable(source.title()),
                Optional.ofNullable(source.url()),
                Optional.ofNullable(voice),
                options != null && "private".equals(options.get("visibility")),
                body());
    }

    /// The body of the request, as `POST /v1/conversions` takes it.
    private Optional<String> body() {
        if (!source.isPost()) {
            return Optional.empty();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("source", source);
        if (voice != null) {
            body.put("voice", voice);
        }
        if (options != null && !options.isEmpty()) {
            body.put("options", options);
        }
        return Optional.of(Json.string(body))
                .filter(it -> it.getBytes(StandardCharsets.UTF_8).length <= MAX_BODY_BYTES);
    }
}
