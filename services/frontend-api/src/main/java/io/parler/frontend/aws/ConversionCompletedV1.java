package io.parler.frontend.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.Audio;
import io.parler.frontend.Chapter;
import io.parler.frontend.CompletedDetails;
import io.parler.frontend.LibraryEntry;
import io.parler.id.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.completed.v1` that the library needs.
record ConversionCompletedV1(
        int attempt,
        String accountId,
        String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        @Nullable Instant published,
        String voice,
        AudioV1 audio,
        @Nullable TranscriptV1 transcript,
        @Nullable String chaptersKey,
        @Nullable String summary,
        @Nullable List<Chapter> chapters,
        @Nullable String visibility) {
    static final String TYPE = "conversion.completed.v1";

    record AudioV1(String key, long bytes, double seconds) {}

    record TranscriptV1(@Nullable String vttKey, @Nullable String jsonKey) {
        static final TranscriptV1 NONE = new TranscriptV1(null, null);
    }

    static LibraryEntry.Completed entry(CloudEvent event) throws UnreadableEvent {
        ConversionCompletedV1 data = event.data(ConversionCompletedV1.class);
        AudioV1 audio = data.audio();
        return new LibraryEntry.Completed(
                event.conversionId(),
                AccountId.of(data.accountId()).storageKey(),
                data.attempt(),
                data.title(),
                Optional.ofNullable(data.sourceUrl()),
                data.voice(),
                new Audio(audio.key(), audio.bytes(), audio.seconds()),
                "private".equals(data.visibility()),
                data.details());
    }

    private CompletedDetails details() {
        TranscriptV1 texts = transcript == null ? TranscriptV1.NONE : transcript;
        return new CompletedDetails(
                Optional.ofNullable(author),
                Optional.ofNullable(published),
                Optional.ofNullable(texts.vttKey()),
                Optional.ofNullable(texts.jsonKey()),
                Optional.ofNullable(chaptersKey),
                Optional.ofNullable(summary),
                Objects.requireNonNullElse(chapters, List.of()));
    }
}
