package io.parler.loadpost.follow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Stores subscriptions, and the leases of those who poll them.
public interface SubscriptionStore {
    /// Stores a new subscription; false when its account has `limit` of them.
    boolean add(Subscription subscription, int limit);

    Optional<Subscription> get(SubscriptionId id);

    /// The subscription whose hook has this hash.
    Optional<SubscriptionId> findByHook(String hookHash);

    /// The subscriptions of an account, the oldest first.
    List<Subscription> list(String account);

    /// Replaces settings, limits and hook, and nothing of the polls; false when the subscription
    /// was deleted.
    ///
    /// @param earlierHook the hash of the hook that it had
    /// @param dueAt when it is polled next, if that changes
    boolean replace(Subscription subscription, String earlierHook, Optional<Instant> dueAt);

    /// Replaces what is known from polling, and nothing else; does nothing when the subscription
    /// was deleted.
    void replacePolls(SubscriptionId id, PollState polls);

    void delete(Subscription subscription);

    /// The subscriptions that are due and not paused, the longest due first.
    List<SubscriptionId> due(Instant now, int limit);

    /// Moves the next poll of a subscription that is due; false when it isn't any more.
    boolean postpone(SubscriptionId id, Instant now, Instant dueAt);

    /// Takes a lease, such as that of a subscription or of a host; false while another one holds.
    boolean lease(String name, Instant now, Instant until);

    void release(String name);
}
