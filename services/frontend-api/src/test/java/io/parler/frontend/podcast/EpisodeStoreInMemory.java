package io.parler.frontend.podcast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Episodes in a map.
public final class EpisodeStoreInMemory implements EpisodeStore {
    private record Key(PodcastId podcast, String postId) {}

    private final Map<Key, Episode> episodes = new LinkedHashMap<>();

    @Override
    public synchronized Optional<Episode> get(PodcastId podcast, String postId) {
        return Optional.ofNullable(episodes.get(new Key(podcast, postId)));
    }

    @Override
    public synchronized boolean put(Episode episode) {
        Key key = new Key(episode.podcastId(), episode.postId());
        Episode stored = episodes.get(key);
        if (episode.version() != (stored == null ? 1 : stored.version() + 1)) {
            return false;
        }
        episodes.put(key, episode);
        return true;
    }

    @Override
    public synchronized List<Episode> list(PodcastId podcast) {
        return episodes.values().stream()
                .filter(episode -> episode.podcastId().equals(podcast))
                .toList();
    }

    @Override
    public synchronized boolean delete(Episode episode) {
        Key key = new Key(episode.podcastId(), episode.postId());
        Episode stored = episodes.get(key);
        if (stored != null && stored.version() != episode.version()) {
            return false;
        }
        episodes.remove(key);
        return true;
    }

    @Override
    public synchronized void deleteAll(PodcastId podcast) {
        episodes.keySet().removeIf(key -> key.podcast().equals(podcast));
    }
}
