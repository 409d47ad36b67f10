package io.parler.frontend.aws;

import io.parler.events.CloudEvent;
import io.parler.events.UnreadableEvent;
import io.parler.frontend.Audio;
import io.parler.frontend.LibraryEntry.Finished;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the library needs of `conversion.completed.v1`.
record ConversionCompletedV1(
        @Nullable Integer attempt,
        @Nullable String accountId,
        @Nullable String title,
        @Nullable String sourceUrl,
        @Nullable String voice,
        @Nullable AudioV1 audio) {
    static final String TYPE = "conversion.completed.v1";

    record AudioV1(@Nullable String key, @Nullable Long bytes, @Nullable Double seconds) {}

    static Finished entry(CloudEvent event) throws UnreadableEvent {
        ConversionCompletedV1 data = event.data(ConversionCompletedV1.class);
        AudioV1 audio = Required.field("audio", data.audio());
        return new Finished(
                Required.conversionId(event),
                Required.field("accountId", data.accountId()),
                Required.field("attempt", data.attempt()),
                Required.field("title", data.title()),
                Optional.ofNullable(data.sourceUrl()),
                Required.field("voice", data.voice()),
                new Audio(
                        Required.field("audio.key", audio.key()),
                        Required.field("audio.bytes", audio.bytes()),
                        Required.field("audio.seconds", audio.seconds())));
    }
}
