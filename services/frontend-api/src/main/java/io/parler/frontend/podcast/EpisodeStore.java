package io.parler.frontend.podcast;

import java.util.List;
import java.util.Optional;

/// Stores the episodes of each show.
public interface EpisodeStore {
    /// The episode of a post.
    Optional<Episode> get(PodcastId podcast, String postId);

    /// Stores an episode; false when the stored one has not the version before it.
    boolean put(Episode episode);

    /// All episodes of a show, also those taken out by hand, in no order.
    List<Episode> list(PodcastId podcast);

    /// Deletes an episode; false when the stored one has another version.
    boolean delete(Episode episode);

    /// Deletes all episodes of a show.
    void deleteAll(PodcastId podcast);
}
