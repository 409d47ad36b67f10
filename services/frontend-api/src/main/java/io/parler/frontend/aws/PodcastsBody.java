package io.parler.frontend.aws;

import io.parler.frontend.podcast.FeedAddress;
import io.parler.frontend.podcast.Podcast;
import java.util.List;

/// The body of `GET /v1/podcasts`.
record PodcastsBody(List<PodcastBody> podcasts) {
    static PodcastsBody of(List<Podcast> podcasts, FeedAddress addresses) {
        return new PodcastsBody(
                podcasts.stream().map(podcast -> PodcastBody.of(podcast, addresses)).toList());
    }
}
