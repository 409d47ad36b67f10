package io.parler.frontend.aws;

import io.parler.frontend.podcast.EpisodeStore;
import io.parler.frontend.podcast.FeedAddress;
import io.parler.frontend.podcast.Podcast;
import io.parler.frontend.podcast.PodcastId;
import io.parler.frontend.podcast.Podcasts;
import io.parler.frontend.podcast.artwork.Artwork;
import io.parler.frontend.podcast.artwork.ArtworkPainter;
import io.parler.frontend.podcast.feed.FeedWriter;
import io.parler.hash.ETag;
import io.parler.http.Request;
import io.parler.http.Response;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers with the feeds of shows and their artwork, to everybody who knows the address. Also for
/// HEAD, which Apple sends: the gateway leaves the body out.
final class FeedEndpoint {
    private static final int MAX_PAGE = 10_000;
    private static final String FOR_FIVE_MINUTES = "max-age=300";
    private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

    private final Podcasts podcasts;
    private final EpisodeStore episodes;
    private final FeedAddress addresses;

    /// ROME and the graphics classes are loaded with the first request that needs them.
    private final Supplier<FeedWriter> feeds;

    private final Supplier<ArtworkPainter> painters;

    FeedEndpoint(
            Podcasts podcasts,
            EpisodeStore episodes,
            FeedAddress addresses,
            Supplier<FeedWriter> feeds,
            Supplier<ArtworkPainter> painters) {
        this.podcasts = podcasts;
        this.episodes = episodes;
        this.addresses = addresses;
        this.feeds = feeds;
        this.painters = painters;
    }

    Response feed(Request request) {
        int page = request.intQuery("page", 1, 1, MAX_PAGE);
        Podcast podcast =
                podcast(request)
                        .filter(it -> it.opensWith(request.query("secret")))
                        .orElseThrow(FeedEndpoint::notFound);
        byte[] feed =
                feeds.get()
                        .write(podcast, episodes.list(podcast.id()), page)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                ProblemType.PODCAST_NOT_FOUND,
                                                "The feed has no page " + page + "."));
        ETag tag = ETag.of(feed);
        String visibility = podcast.settings().isPrivate() ? "private, " : "public, ";
        return tagged(request, tag, "application/rss+xml; charset=utf-8", feed)
                .header("Cache-Control", visibility + FOR_FIVE_MINUTES);
    }

    /// An address of an older picture gives the current one, but not for long.
    Response artwork(Request request) {
        Podcast podcast = podcast(request).orElseThrow(FeedEndpoint::notFound);
        Artwork artwork = Artwork.of(podcast.settings());
        String current = addresses.artwork(podcast.id(), artwork.version());
        boolean isCurrent = current.endsWith("/" + request.path("file"));
        ETag tag = new ETag('"' + artwork.version() + '"');
        byte[] picture = request.has(tag) ? new byte[0] : painters.get().paint(artwork);
        return tagged(request, tag, "image/png", picture)
                .header("Cache-Control", isCurrent ? FOR_A_YEAR : "public, " + FOR_FIVE_MINUTES);
    }

    private static Response tagged(Request request, ETag tag, String contentType, byte[] body) {
        Response response =
                request.has(tag)
                        ? Response.empty(304)
                        : Response.of(200, contentType, body)
                                .header("X-Content-Type-Options", "nosniff");
        return response.header("ETag", tag.value());
    }

    private Optional<Podcast> podcast(Request request) {
        return PodcastId.parse(request.path("id")).flatMap(podcasts::get);
    }

    private static ProblemException notFound() {
        return new ProblemException(
                ProblemType.PODCAST_NOT_FOUND,
                "There is no podcast at this address, or its secret was replaced.");
    }
}
