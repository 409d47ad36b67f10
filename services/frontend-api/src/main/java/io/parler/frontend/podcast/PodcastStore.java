package io.parler.frontend.podcast;

import java.util.List;
import java.util.Optional;

/// Stores the shows of each account.
public interface PodcastStore {
    /// Stores a new show; false when the account has `limit` of them.
    boolean add(Podcast podcast, int limit);

    /// Stores a show that is stored; false when it was deleted.
    boolean replace(Podcast podcast);

    Optional<Podcast> get(PodcastId id);

    /// The shows of an account, the oldest first.
    List<Podcast> list(String accountId);

    /// The ids of an account's shows; also of one whose deletion was interrupted.
    List<PodcastId> ids(String accountId);

    /// Deletes a show; its account still has the id.
    void delete(PodcastId id);

    /// Takes the id of a deleted show from its account.
    void forget(String accountId, PodcastId id);
}
