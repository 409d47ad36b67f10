package io.parler.frontend.aws;

import io.parler.frontend.Audio;
import io.parler.frontend.ConversionId;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Finished;
import io.parler.frontend.LibraryPage;
import io.parler.frontend.Trouble;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer of `GET /v1/library`. Its addresses are made when it is read, so they stay right
/// when the suite moves to another host.
record LibraryAnswer(List<Entry> conversions, @Nullable String nextCursor) {
    record Entry(
            String id,
            @Nullable String title,
            String status,
            @Nullable String sourceUrl,
            @Nullable String voice,
            @Nullable Double seconds,
            @Nullable Long bytes,
            @Nullable String audioUrl,
            @Nullable String playerUrl,
            Instant createdAt,
            @Nullable ProblemV1 problem) {}

    record ProblemV1(String type, String title, @Nullable String detail) {}

    static LibraryAnswer of(LibraryPage page, String origin) {
        return new LibraryAnswer(
                page.entries().stream().map(entry -> entry(entry, origin)).toList(),
                page.more() ? cursor(page.entries().getLast().id()) : null);
    }

    /// Where the page goes on: opaque to callers, the last entry's id to us.
    private static String cursor(ConversionId last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.value().getBytes(StandardCharsets.US_ASCII));
    }

    static Optional<ConversionId> parseCursor(String cursor) {
        try {
            byte[] id = Base64.getUrlDecoder().decode(cursor);
            return ConversionId.parse(new String(id, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Entry entry(LibraryEntry entry, String origin) {
        return switch (entry) {
            case Finished finished -> finished(finished, origin);
            case Failed failed -> failed(failed);
        };
    }

    private static Entry finished(Finished finished, String origin) {
        ConversionId id = finished.id();
        Audio audio = finished.audio();
        return new Entry(
                id.value(),
                finished.title(),
                "completed",
                finished.sourceUrl().orElse(null),
                finished.voice(),
                audio.seconds(),
                audio.bytes(),
                origin + path(audio.key()),
                origin + "/v1/conversions/" + id.value() + "/player",
                id.askedAt(),
                null);
    }

    private static Entry failed(Failed failed) {
        Trouble trouble = failed.trouble();
        return new Entry(
                failed.id().value(),
                null,
                "failed",
                null,
                null,
                null,
                null,
                null,
                null,
                failed.id().askedAt(),
                new ProblemV1(trouble.type(), trouble.title(), trouble.detail().orElse(null)));
    }

    /// A key is a path already, but may hold what an address must escape.
    private static String path(String key) {
        try {
            return new URI(null, null, "/" + key, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an audio key is no path", e);
        }
    }
}
