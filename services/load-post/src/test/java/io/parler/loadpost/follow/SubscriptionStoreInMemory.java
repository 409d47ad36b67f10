package io.parler.loadpost.follow;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Subscriptions in memory.
public final class SubscriptionStoreInMemory implements SubscriptionStore {
    private final Map<SubscriptionId, Subscription> subscriptions = new HashMap<>();
    private final Map<String, Instant> leases = new TreeMap<>();

    @Override
    public synchronized boolean add(Subscription subscription, int limit) {
        if (list(subscription.account().storageKey()).size() >= limit) {
            return false;
        }
        subscriptions.put(subscription.id(), subscription);
        return true;
    }

    @Override
    public synchronized Optional<Subscription> get(SubscriptionId id) {
        return Optional.ofNullable(subscriptions.get(id));
    }

    @Override
    public synchronized Optional<SubscriptionId> findByHook(String hookHash) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.hookHash().equals(hookHash))
                .map(Subscription::id)
                .findFirst();
    }

    @Override
    public synchronized List<Subscription> list(String account) {
        return subscriptions.values().stream()
                .filter(subscription -> subscription.account().storageKey().equals(account))
                .sorted(
                        Comparator.comparing(Subscription::createdAt)
                                .thenComparing(subscription -> subscription.id().value()))
                .toList();
    }

    @Override
    public synchronized boolean replace(
            Subscription subscription, String earlierHook, Optional<Instant> dueAt) {
        return get(subscription.id())
                .map(
                        stored ->
                                subscriptions.put(
                                        stored.id(),
                                        withPolls(
                                                subscription,
                                                dueAt.map(due -> due(stored.polls(), due))
                                                        .orElse(stored.polls()))))
                .isPresent();
    }

    @Override
    public synchronized void replacePolls(SubscriptionId id, PollState polls) {
        subscriptions.computeIfPresent(id, (_, stored) -> withPolls(stored, polls));
    }

    @Override
    public synchronized void delete(Subscription subscription) {
        subscriptions.remove(subscription.id());
    }

    @Override
    public synchronized List<SubscriptionId> due(Instant now, int limit) {
        return subscriptions.values().stream()
                .filter(subscription -> !subscription.settings().paused())
                .filter(subscription -> !subscription.polls().dueAt().isAfter(now))
                .sorted(Comparator.comparing(subscription -> subscription.polls().dueAt()))
                .limit(limit)
                .map(Subscription::id)
                .toList();
    }

    @Override
    public synchronized boolean postpone(SubscriptionId id, Instant now, Instant dueAt) {
        Optional<Subscription> due = get(id).filter(stored -> !stored.polls().dueAt().isAfter(now));
        due.ifPresent(stored -> replacePolls(id, due(stored.polls(), dueAt)));
        return due.isPresent();
    }

    @Override
    public synchronized boolean lease(String name, Instant now, Instant until) {
        Instant other = leases.get(name);
        if (other != null && other.isAfter(now)) {
            return false;
        }
        leases.put(name, until);
        return true;
    }

    @Override
    public synchronized void release(String name) {
        leases.remove(name);
    }

    private static PollState due(PollState polls, Instant dueAt) {
        return new PollState(
                dueAt,
                polls.polledAt(),
                polls.postAt(),
                polls.failures(),
                polls.problem(),
                polls.notBefore(),
                polls.postsToday(),
                polls.day());
    }

    private static Subscription withPolls(Subscription it, PollState polls) {
        return new Subscription(
                it.id(),
                it.account(),
                it.feedUrl(),
                it.title(),
                it.settings(),
                it.limits(),
                it.since(),
                it.hookHash(),
                it.createdAt(),
                it.updatedAt(),
                polls);
    }
}
