package io.parler.frontend.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.Audio;
import io.parler.frontend.LibraryEntry;
import io.parler.id.AccountId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of `conversion.completed.v1` that the library needs.
record ConversionCompletedV1(
        int attempt,
        String accountId,
        String title,
        @Nullable String sourceUrl,
        String voice,
        AudioV1 audio) {
    static final String TYPE = "conversion.completed.v1";

    record AudioV1(String key, long bytes, double seconds) {}

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
                new Audio(audio.key(), audio.bytes(), audio.seconds()));
    }
}
