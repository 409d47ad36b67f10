package io.parler.frontend.podcast;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Shows in a map.
public final class PodcastStoreInMemory implements PodcastStore {
    private final Map<PodcastId, Podcast> podcasts = new LinkedHashMap<>();
    private final Map<String, Set<PodcastId>> ids = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Podcast podcast, int limit) {
        Set<PodcastId> ofAccount =
                ids.computeIfAbsent(podcast.accountId(), _ -> new LinkedHashSet<>());
        if (ofAccount.size() >= limit) {
            return false;
        }
        ofAccount.add(podcast.id());
        podcasts.put(podcast.id(), podcast);
        return true;
    }

    @Override
    public synchronized boolean replace(Podcast podcast) {
        return podcasts.replace(podcast.id(), podcast) != null;
    }

    @Override
    public synchronized Optional<Podcast> get(PodcastId id) {
        return Optional.ofNullable(podcasts.get(id));
    }

    @Override
    public synchronized List<Podcast> list(String accountId) {
        return podcasts.values().stream()
                .filter(podcast -> podcast.accountId().equals(accountId))
                .sorted(Comparator.comparing(Podcast::createdAt))
                .toList();
    }

    @Override
    public synchronized List<PodcastId> ids(String accountId) {
        return List.copyOf(ids.getOrDefault(accountId, Set.of()));
    }

    @Override
    public synchronized void delete(PodcastId id) {
        podcasts.remove(id);
    }

    @Override
    public synchronized void forget(String accountId, PodcastId id) {
        ids.getOrDefault(accountId, new LinkedHashSet<>()).remove(id);
    }
}
