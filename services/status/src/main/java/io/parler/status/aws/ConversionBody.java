package io.parler.status.aws;

import io.parler.id.AccountId;
import io.parler.status.Audiobook;
import io.parler.status.Conversion;
import io.parler.status.ConversionProblem;
import io.parler.status.Progress;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import io.parler.status.listen.PostAddress;
import io.parler.status.listen.PostAudioIndex;
import io.parler.status.listen.PublishedAudio;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of `GET /v1/conversions/{id}`; addresses are absolute.
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
        @Nullable ConversionProblem error,
        Instant createdAt,
        Instant updatedAt,
        Links links) {

    record Audio(String url, String mediaType, long bytes, double seconds) {}

    record Transcript(@Nullable String vttUrl, @Nullable String jsonUrl) {}

    record Links(
            String self,
            String player,
            @Nullable String newestPlayer,
            @Nullable String page,
            @Nullable String download) {}

    static ConversionBody of(Conversion conversion, String publicOrigin) {
        return switch (conversion.state()) {
            case State.Queued _ -> waiting("queued", conversion, null, null, publicOrigin);
            case State.Processing at ->
                    waiting("processing", conversion, at.progress(), null, publicOrigin);
            case State.Failed at -> waiting("failed", conversion, null, at.problem(), publicOrigin);
            case State.Deleted _ ->
                    throw new IllegalArgumentException("a deleted conversion has no body");
            case State.Completed at -> completed(conversion, at.audiobook(), publicOrigin);
        };
    }

    /// Without audio, all that is known is the request.
    private static ConversionBody waiting(
            String status,
            Conversion conversion,
            @Nullable Progress progress,
            @Nullable ConversionProblem error,
            String publicOrigin) {
        RequestSummary request =
                conversion.request().orElse(new RequestSummary("", null, null, null));
        return new ConversionBody(
                conversion.id().toString(),
                status,
                progress,
                request.title(),
                null,
                request.sourceUrl(),
                null,
                request.voice(),
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
            Conversion conversion, Audiobook audiobook, String publicOrigin) {
        Audiobook.Audio audio = audiobook.audio();
        String url = publicOrigin + "/" + audio.key();
        return new ConversionBody(
                conversion.id().toString(),
                "completed",
                new Progress(audiobook.characters(), audiobook.characters()),
                audiobook.title(),
                audiobook.author(),
                audiobook.sourceUrl(),
                audiobook.language(),
                audiobook.voice(),
                new Audio(url, audio.mediaType(), audio.bytes(), audio.seconds()),
                transcript(audiobook, publicOrigin),
                address(publicOrigin, audiobook.chaptersKey()),
                audiobook.characters(),
                audiobook.billedCharacters(),
                null,
                conversion.createdAt(),
                conversion.updatedAt(),
                links(conversion, url, publicOrigin));
    }

    private static @Nullable Transcript transcript(Audiobook audiobook, String publicOrigin) {
        return audiobook.vttKey() == null && audiobook.jsonKey() == null
                ? null
                : new Transcript(
                        address(publicOrigin, audiobook.vttKey()),
                        address(publicOrigin, audiobook.jsonKey()));
    }

    private static @Nullable String address(String publicOrigin, @Nullable String key) {
        return key == null ? null : publicOrigin + "/" + key;
    }

    private static Links links(
            Conversion conversion, @Nullable String download, String publicOrigin) {
        String self = publicOrigin + "/v1/conversions/" + conversion.id();
        Optional<PublishedAudio> published = PublishedAudio.of(conversion);
        return new Links(
                self,
                self + "/player",
                published
                        .flatMap(_ -> PostAudioIndex.addresses(conversion).stream().findFirst())
                        .flatMap(post -> newestPlayer(conversion, post, publicOrigin))
                        .orElse(null),
                published.map(audio -> ListenBody.page(publicOrigin, audio)).orElse(null),
                download);
    }

    private static Optional<String> newestPlayer(
            Conversion conversion, PostAddress post, String publicOrigin) {
        return conversion
                .request()
                .map(request -> AccountId.of(request.accountId()))
                .map(account -> ListenBody.player(publicOrigin, account, post));
    }
}
