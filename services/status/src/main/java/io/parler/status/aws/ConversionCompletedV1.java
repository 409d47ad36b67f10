package io.parler.status.aws;

import io.parler.status.Audiobook;
import io.parler.status.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The data of `conversion.completed.v1`.
record ConversionCompletedV1(
        int attempt,
        String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        @Nullable String imageUrl,
        @Nullable Instant published,
        String language,
        String voice,
        AudioV1 audio,
        @Nullable TranscriptV1 transcript,
        @Nullable String chaptersKey,
        int characters,
        int billedCharacters,
        @Nullable String visibility) {
    static final String TYPE = "conversion.completed.v1";

    private static final String PRIVATE = "private";

    record AudioV1(String key, String mediaType, long bytes, double seconds) {}

    record TranscriptV1(@Nullable String vttKey, @Nullable String jsonKey) {}

    State toDomain(Instant time) {
        return new State.Completed(
                attempt,
                new Audiobook(
                        title,
                        author,
                        sourceUrl,
                        imageUrl,
                        published,
                        language,
                        voice,
                        new Audiobook.Audio(
                                audio.key(), audio.mediaType(), audio.bytes(), audio.seconds()),
                        transcript == null ? null : transcript.vttKey(),
                        transcript == null ? null : transcript.jsonKey(),
                        chaptersKey,
                        characters,
                        billedCharacters,
                        PRIVATE.equals(visibility)),
                time);
    }
}
