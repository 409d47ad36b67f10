package io.parler.status.aws;

import io.parler.id.AccountId;
import io.parler.post.PostAddress;
import io.parler.status.AudioUrls;
import io.parler.status.Audiobook;
import io.parler.status.Conversion;
import io.parler.status.ConversionProblem;
import io.parler.status.Progress;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import io.parler.status.listen.PostAudioIndex;
import io.parler.status.listen.PublishedAudio;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The body of `GET /v1/conversions/{id}`; addresses are absolute.
record ConversionBody(
        String id,
        String status,
        @Nullable String visibility,
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

    static ConversionBody of(Conversion conversion, AudioUrls urls) {
        return switch (conversion.state()) {
            case State.Queued _ -> waiting("queued", conversion, null, null, urls);
            case State.Processing at ->
                    waiting("processing", conversion, at.progress(), null, urls);
            case State.Failed at -> waiting("failed", conversion, null, at.problem(), urls);
            case State.Deleted _ ->
                    throw new IllegalArgumentException("a deleted conversion has no body");
            case State.Completed at -> completed(conversion, at.audiobook(), urls);
        };
    }

    /// Without audio, all that is known is the request.
    private static ConversionBody waiting(
            String status,
            Conversion conversion,
            @Nullable Progress progress,
            @Nullable ConversionProblem error,
            AudioUrls urls) {
        RequestSummary request =
                conversion.request().orElse(new RequestSummary("", null, null, null, null, false));
        return new ConversionBody(
                conversion.id().toString(),
                status,
                visibility(conversion),
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
                links(conversion, null, urls));
    }

    private static ConversionBody completed(
            Conversion conversion, Audiobook audiobook, AudioUrls urls) {
        Audiobook.Audio audio = audiobook.audio();
        String url = urls.of(audio.key());
        return new ConversionBody(
                conversion.id().toString(),
                "completed",
                visibility(conversion),
                new Progress(audiobook.characters(), audiobook.characters()),
                audiobook.title(),
                audiobook.author(),
                audiobook.sourceUrl(),
                audiobook.language(),
                audiobook.voice(),
                new Audio(url, audio.mediaType(), audio.bytes(), audio.seconds()),
                transcript(audiobook, urls),
                address(urls, audiobook.chaptersKey()),
                audiobook.characters(),
                audiobook.billedCharacters(),
                null,
                conversion.createdAt(),
                conversion.updatedAt(),
                links(conversion, url, urls));
    }

    private static @Nullable String visibility(Conversion conversion) {
        return conversion.isPrivate() ? "private" : null;
    }

    private static @Nullable Transcript transcript(Audiobook audiobook, AudioUrls urls) {
        return audiobook.vttKey() == null && audiobook.jsonKey() == null
                ? null
                : new Transcript(
                        address(urls, audiobook.vttKey()), address(urls, audiobook.jsonKey()));
    }

    private static @Nullable String address(AudioUrls urls, @Nullable String key) {
        return key == null ? null : urls.of(key);
    }

    private static Links links(Conversion conversion, @Nullable String download, AudioUrls urls) {
        String publicOrigin = urls.publicOrigin();
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
