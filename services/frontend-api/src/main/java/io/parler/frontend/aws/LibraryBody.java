package io.parler.frontend.aws;

import io.parler.frontend.Audio;
import io.parler.frontend.ConversionProblem;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.frontend.LibraryPage;
import io.parler.frontend.RequestSummary;
import io.parler.http.Json;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of `GET /v1/library`. Addresses are built when it is read, so that they stay right when
/// the suite moves to another host. The audio of a private conversion has an address that expires,
/// which `GET /v1/conversions/{id}` gives.
record LibraryBody(List<Entry> conversions, @Nullable String nextCursor) {
    record Entry(
            String id,
            @Nullable String title,
            String status,
            @Nullable String visibility,
            @Nullable String sourceUrl,
            @Nullable String post,
            @Nullable String voice,
            @Nullable Double seconds,
            @Nullable Long bytes,
            @Nullable String audioUrl,
            @Nullable String playerUrl,
            Instant createdAt,
            @Nullable ProblemV1 problem,
            @Nullable Object request) {}

    record ProblemV1(String type, String title, @Nullable String detail) {}

    /// Of entries from before requests were stored.
    private static final RequestSummary UNKNOWN =
            new RequestSummary(
                    Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());

    static LibraryBody of(LibraryPage page, String origin) {
        return new LibraryBody(
                page.entries().stream().map(entry -> entry(entry, origin)).toList(),
                page.more() ? cursor(page.entries().getLast().id()) : null);
    }

    /// Where the next page begins: opaque to callers; for us, the id of the last entry.
    static String cursor(ConversionId last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
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
            case Completed completed -> completed(completed, origin);
            case Failed failed ->
                    withoutAudio(failed, failed.request().orElse(UNKNOWN), problem(failed));
            case Running running -> withoutAudio(running, running.request(), null);
        };
    }

    private static Entry completed(Completed completed, String origin) {
        ConversionId id = completed.id();
        Audio audio = completed.audio();
        return new Entry(
                id.toString(),
                completed.title(),
                "completed",
                completed.isPrivate() ? "private" : null,
                completed.sourceUrl().orElse(null),
                completed.sourceUrl().flatMap(LibraryBody::post).orElse(null),
                completed.voice(),
                audio.seconds(),
                audio.bytes(),
                completed.isPrivate() ? null : origin + path(audio.key()),
                origin + "/v1/conversions/" + id.toString() + "/player",
                id.createdAt(),
                null,
                null);
    }

    private static Entry withoutAudio(
            LibraryEntry entry, RequestSummary request, @Nullable ProblemV1 problem) {
        return new Entry(
                entry.id().toString(),
                request.title().orElse(null),
                problem == null ? "running" : "failed",
                request.isPrivate() ? "private" : null,
                request.sourceUrl().orElse(null),
                request.sourceUrl().flatMap(LibraryBody::post).orElse(null),
                request.voice().orElse(null),
                null,
                null,
                null,
                null,
                entry.id().createdAt(),
                problem,
                request.body().map(LibraryBody::json).orElse(null));
    }

    private static ProblemV1 problem(Failed failed) {
        ConversionProblem problem = failed.problem();
        return new ProblemV1(problem.type(), problem.title(), problem.detail().orElse(null));
    }

    /// The same for all conversions of one post.
    private static Optional<String> post(String sourceUrl) {
        return PostAddress.withFragment(sourceUrl).map(PostAddress::value);
    }

    private static Object json(String stored) {
        try {
            return Json.read(stored, Object.class);
        } catch (IOException e) {
            throw new IllegalStateException("a stored request is not JSON", e);
        }
    }

    /// A key is a path, but may hold characters that an address must encode.
    private static String path(String key) {
        try {
            return new URI(null, null, "/" + key, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("an audio key is not a path", e);
        }
    }
}
