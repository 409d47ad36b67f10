package io.parler.status.aws;

import io.parler.status.Asked;
import io.parler.status.Conversion;
import io.parler.status.Failure;
import io.parler.status.Progress;
import io.parler.status.Recording;
import io.parler.status.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The answer of `GET /v1/conversions/{id}`; addresses are whole.
record ConversionBody(
        String id,
        String status,
        @Nullable Progress progress,
        @Nullable String title,
        @Nullable String author,
        @Nullable String sourceUrl,
        @Nullable String language,
        @Nullable String voice,
        @Nullable Audio audio,
        @Nullable Transcript transcript,
        @Nullable String chaptersUrl,
        @Nullable Integer characters,
        @Nullable Integer billedCharacters,
        @Nullable Failure error,
        Instant createdAt,
        Instant updatedAt,
        Links links) {

    record Audio(String url, String mediaType, long bytes, double seconds) {}

    record Transcript(@Nullable String vttUrl, @Nullable String jsonUrl) {}

    record Links(String self, String player, @Nullable String download) {}

    static ConversionBody of(Conversion conversion, String publicOrigin) {
        return switch (conversion.state()) {
            case State.Queued _ -> waiting("queued", conversion, null, null, publicOrigin);
            case State.Processing at ->
                    waiting("processing", conversion, at.progress(), null, publicOrigin);
            case State.Failed at -> waiting("failed", conversion, null, at.failure(), publicOrigin);
            case State.Completed at -> completed(conversion, at.recording(), publicOrigin);
        };
    }

    /// Without audio all that is known is what was asked for.
    private static ConversionBody waiting(
            String status,
            Conversion conversion,
            @Nullable Progress progress,
            @Nullable Failure error,
            String publicOrigin) {
        Asked asked = conversion.asked().orElse(new Asked("", null, null, null));
        return new ConversionBody(
                conversion.id().toString(),
                status,
                progress,
                asked.title(),
                null,
                asked.sourceUrl(),
                null,
                asked.voice(),
                null,
                null,
                null,
                null,
                null,
                error,
                conversion.createdAt(),
                conversion.updatedAt(),
                links(conversion, null, publicOrigin));
    }

    private static ConversionBody completed(
            Conversion conversion, Recording recording, String publicOrigin) {
        Recording.Audio audio = recording.audio();
        String url = publicOrigin + "/" + audio.key();
        return new ConversionBody(
                conversion.id().toString(),
                "completed",
                new Progress(recording.characters(), recording.characters()),
                recording.title(),
                recording.author(),
                recording.sourceUrl(),
                recording.language(),
                recording.voice(),
                new Audio(url, audio.mediaType(), audio.bytes(), audio.seconds()),
                transcript(recording, publicOrigin),
                address(publicOrigin, recording.chaptersKey()),
                recording.characters(),
                recording.billedCharacters(),
                null,
                conversion.createdAt(),
                conversion.updatedAt(),
                links(conversion, url, publicOrigin));
    }

    private static @Nullable Transcript transcript(Recording recording, String publicOrigin) {
        return recording.vttKey() == null && recording.jsonKey() == null
                ? null
                : new Transcript(
                        address(publicOrigin, recording.vttKey()),
                        address(publicOrigin, recording.jsonKey()));
    }

    private static @Nullable String address(String publicOrigin, @Nullable String key) {
        return key == null ? null : publicOrigin + "/" + key;
    }

    private static Links links(
            Conversion conversion, @Nullable String download, String publicOrigin) {
        String self = publicOrigin + "/v1/conversions/" + conversion.id();
        return new Links(self, self + "/player", download);
    }
}
