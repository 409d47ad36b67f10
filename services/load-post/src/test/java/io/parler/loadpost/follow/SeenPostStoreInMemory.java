package io.parler.loadpost.follow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Known posts in memory.
public final class SeenPostStoreInMemory implements SeenPostStore {
    private final Map<SubscriptionId, Map<String, SeenPost>> posts = new HashMap<>();

    @Override
    public synchronized List<SeenPost> list(SubscriptionId subscription) {
        return List.copyOf(posts.getOrDefault(subscription, Map.of()).values());
    }

    @Override
    public synchronized void put(SubscriptionId subscription, Collection<SeenPost> added) {
        Map<String, SeenPost> known = posts.computeIfAbsent(subscription, _ -> new HashMap<>());
        added.forEach(post -> known.put(post.id(), post));
    }

    @Override
    public synchronized void delete(SubscriptionId subscription) {
        posts.remove(subscription);
    }
}
