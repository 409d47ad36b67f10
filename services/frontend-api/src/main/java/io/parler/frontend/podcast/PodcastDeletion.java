package io.parler.frontend.podcast;

/// Deletes shows with their episodes.
public final class PodcastDeletion {
    private final PodcastStore podcasts;
    private final EpisodeStore episodes;

    public PodcastDeletion(PodcastStore podcasts, EpisodeStore episodes) {
        this.podcasts = podcasts;
        this.episodes = episodes;
    }

    /// Deletes a show; it can be repeated after an interruption. False when the account has no such
    /// show.
    public boolean delete(String accountId, PodcastId id) {
        if (!podcasts.ids(accountId).contains(id)) {
            return false;
        }
        podcasts.delete(id);
        episodes.deleteAll(id);
        podcasts.forget(accountId, id);
        return true;
    }

    /// Deletes all shows of a deleted account.
    public void deleteAll(String accountId) {
        podcasts.ids(accountId).forEach(id -> delete(accountId, id));
    }
}
