package io.parler.loadpost.follow;

import java.util.Collection;
import java.util.List;

/// Stores the known posts of each subscription.
public interface SeenPostStore {
    List<SeenPost> list(SubscriptionId subscription);

    void put(SubscriptionId subscription, Collection<SeenPost> posts);

    /// Deletes all posts of a subscription.
    void delete(SubscriptionId subscription);
}
