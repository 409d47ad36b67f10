package io.parler.frontend.aws;

import io.parler.frontend.podcast.EpisodeRecorder;
import io.parler.frontend.podcast.EpisodeStore;
import io.parler.frontend.podcast.FeedAddress;
import io.parler.frontend.podcast.FillResult;
import io.parler.frontend.podcast.Podcast;
import io.parler.frontend.podcast.PodcastDeletion;
import io.parler.frontend.podcast.PodcastId;
import io.parler.frontend.podcast.PodcastSettings;
import io.parler.frontend.podcast.Podcasts;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.id.ConversionId;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.util.List;
import java.util.Optional;

/// Answers with the caller's shows, and changes them.
final class PodcastEndpoint {
    private static final int MAX_BODY = 64 * 1024;

    private final Podcasts podcasts;
    private final EpisodeStore episodes;
    private final EpisodeRecorder recorder;
    private final PodcastDeletion deletion;
    private final FeedAddress addresses;

    PodcastEndpoint(
            Podcasts podcasts,
            EpisodeStore episodes,
            EpisodeRecorder recorder,
            PodcastDeletion deletion,
            FeedAddress addresses) {
        this.podcasts = podcasts;
        this.episodes = episodes;
        this.recorder = recorder;
        this.deletion = deletion;
        this.addresses = addresses;
    }

    Response list(Request request) {
        return answer(200, PodcastsBody.of(podcasts.list(account(request)), addresses));
    }

    Response create(Request request) {
        PodcastSettings settings = body(request).toDomain();
        Podcast podcast =
                podcasts.create(account(request), settings)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                Problem.of(
                                                        ProblemType.INVALID_BODY,
                                                        "An account has at most "
                                                                + Podcasts.MAX_PER_ACCOUNT
                                                                + " podcasts.",
                                                        List.<FieldError>of())));
        return answer(201, withEpisodes(podcast, filled(podcast)))
                .header("Location", "/v1/podcasts/" + podcast.id());
    }

    Response get(Request request) {
        return answer(200, withEpisodes(podcast(request), Optional.empty()));
    }

    Response change(Request request) {
        Podcast before = podcast(request);
        PodcastSettings settings = body(request).applyTo(before.settings());
        Podcast podcast = podcasts.change(before, settings).orElseThrow(PodcastEndpoint::notFound);
        if (settings.blog().equals(before.settings().blog())) {
            return answer(200, withEpisodes(podcast, Optional.empty()));
        }
        recorder.dropOthers(podcast);
        return answer(200, withEpisodes(podcast, filled(podcast)));
    }

    Response delete(Request request) {
        if (!deletion.delete(account(request), id(request))) {
            throw notFound();
        }
        return Response.empty(204).header("Cache-Control", "no-store");
    }

    /// Goes on with filling a show from the library, where an earlier response ended.
    Response fill(Request request) {
        Podcast podcast = podcast(request);
        Optional<ConversionId> from =
                request.query("cursor")
                        .map(
                                cursor ->
                                        LibraryBody.parseCursor(cursor)
                                                .orElseThrow(PodcastEndpoint::invalidCursor));
        return answer(200, withEpisodes(podcast, Optional.of(recorder.fill(podcast, from))));
    }

    Response replaceSecret(Request request) {
        Podcast podcast =
                podcasts.replaceSecret(podcast(request)).orElseThrow(PodcastEndpoint::notFound);
        return answer(200, withEpisodes(podcast, Optional.empty()));
    }

    Response addEpisode(Request request) {
        Podcast podcast = podcast(request);
        if (conversion(request).flatMap(id -> recorder.choose(podcast, id)).isEmpty()) {
            throw noConversion("The library has no public, completed conversion with this id.");
        }
        return Response.empty(204).header("Cache-Control", "no-store");
    }

    Response removeEpisode(Request request) {
        Podcast podcast = podcast(request);
        if (conversion(request).filter(id -> recorder.takeOut(podcast, id)).isEmpty()) {
            throw noConversion("The podcast has no episode of this conversion.");
        }
        return Response.empty(204).header("Cache-Control", "no-store");
    }

    private PodcastBody withEpisodes(Podcast podcast, Optional<FillResult> filled) {
        return PodcastBody.of(podcast, episodes.list(podcast.id()), filled, addresses);
    }

    private Optional<FillResult> filled(Podcast podcast) {
        return podcast.settings().blog().map(_ -> recorder.fill(podcast, Optional.empty()));
    }

    private static Response answer(int status, Object body) {
        return Response.json(status, body).header("Cache-Control", "no-store");
    }

    private static PodcastRequestBody body(Request request) {
        request.requireBodyOfAtMost(MAX_BODY);
        return request.body(PodcastRequestBody.class);
    }

    private Podcast podcast(Request request) {
        return podcasts.get(account(request), id(request)).orElseThrow(PodcastEndpoint::notFound);
    }

    private static PodcastId id(Request request) {
        return PodcastId.parse(request.path("id")).orElseThrow(PodcastEndpoint::notFound);
    }

    private static Optional<ConversionId> conversion(Request request) {
        return ConversionId.parse(request.path("conversionId"));
    }

    private static String account(Request request) {
        return request.caller().account().storageKey();
    }

    private static ProblemException notFound() {
        return new ProblemException(
                ProblemType.PODCAST_NOT_FOUND, "There is no podcast with this id.");
    }

    private static ProblemException noConversion(String detail) {
        return new ProblemException(ProblemType.CONVERSION_NOT_FOUND, detail);
    }

    private static ProblemException invalidCursor() {
        return new ProblemException(
                ProblemType.INVALID_PARAMETER, "The cursor isn't one that a podcast gave.");
    }
}
