package io.parler.frontend.aws;

import io.parler.frontend.podcast.Episode;
import io.parler.frontend.podcast.FeedAddress;
import io.parler.frontend.podcast.FillResult;
import io.parler.frontend.podcast.Podcast;
import io.parler.frontend.podcast.PodcastRules;
import io.parler.frontend.podcast.PodcastSettings;
import io.parler.frontend.podcast.artwork.Artwork;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A show as the API answers it. Addresses are built when it is read, so that they stay right when
/// the suite moves to another host.
record PodcastBody(
        String id,
        String title,
        String description,
        String link,
        String language,
        String author,
        @Nullable String ownerEmail,
        List<String> categories,
        boolean explicit,
        @Nullable String blog,
        String visibility,
        List<String> txt,
        boolean locked,
        String color,
        String guid,
        String feedUrl,
        String artworkUrl,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Integer episodeCount,
        @Nullable List<EpisodeV1> episodes,
        @Nullable List<CheckV1> checks,
        @Nullable FillV1 filled) {
    private static final int MAX_EPISODES = 50;

    record EpisodeV1(
            String conversionId,
            String guid,
            String title,
            @Nullable String sourceUrl,
            Instant published,
            double seconds,
            String audioUrl) {
        static EpisodeV1 of(Episode episode, FeedAddress addresses) {
            return new EpisodeV1(
                    episode.conversionId().toString(),
                    episode.guid(),
                    episode.title(),
                    episode.link().orElse(null),
                    episode.publishedAt(),
                    episode.audio().seconds(),
                    addresses.object(episode.audio().key()));
        }
    }

    record CheckV1(String id, String rule, String by, boolean ok, @Nullable String advice) {
        static CheckV1 of(PodcastRules.Check check) {
            return new CheckV1(
                    check.id(),
                    check.rule(),
                    check.by(),
                    check.ok(),
                    check.ok() ? null : check.advice());
        }
    }

    record FillV1(int looked, int added, @Nullable String nextCursor) {
        static FillV1 of(FillResult result) {
            return new FillV1(
                    result.looked(),
                    result.added(),
                    result.next().map(LibraryBody::cursor).orElse(null));
        }
    }

    /// A show in a list.
    static PodcastBody of(Podcast podcast, FeedAddress addresses) {
        return of(podcast, addresses, null, null, null, null);
    }

    /// A show with its newest episodes, and what the directories ask for.
    static PodcastBody of(
            Podcast podcast,
            List<Episode> all,
            Optional<FillResult> filled,
            FeedAddress addresses) {
        List<Episode> listed =
                all.stream()
                        .filter(episode -> !episode.excluded())
                        .sorted(Comparator.comparing(Episode::publishedAt).reversed())
                        .toList();
        return of(
                podcast,
                addresses,
                listed.size(),
                listed.stream()
                        .limit(MAX_EPISODES)
                        .map(episode -> EpisodeV1.of(episode, addresses))
                        .toList(),
                PodcastRules.check(podcast, listed, addresses).stream().map(CheckV1::of).toList(),
                filled.map(FillV1::of).orElse(null));
    }

    private static PodcastBody of(
            Podcast podcast,
            FeedAddress addresses,
            @Nullable Integer episodeCount,
            @Nullable List<EpisodeV1> episodes,
            @Nullable List<CheckV1> checks,
            @Nullable FillV1 filled) {
        PodcastSettings settings = podcast.settings();
        return new PodcastBody(
                podcast.id().value(),
                settings.title(),
                settings.description(),
                settings.link(),
                settings.language(),
                settings.author(),
                settings.ownerEmail().orElse(null),
                settings.categories(),
                settings.explicit(),
                settings.blog().orElse(null),
                settings.isPrivate() ? "private" : "public",
                settings.txt(),
                settings.locked(),
                settings.color(),
                podcast.guid(),
                addresses.feed(podcast),
                addresses.artwork(podcast.id(), Artwork.of(settings).version()),
                podcast.createdAt(),
                podcast.updatedAt(),
                episodeCount,
                episodes,
                checks,
                filled);
    }
}
