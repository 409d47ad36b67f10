package io.parler.loadpost.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Queues polls of the feeds that are due.
public final class DueFeeds {
    /// In one run. Those that are left come with the next one, a minute later.
    static final int MAX = 1_000;

    /// When a queued poll that was lost is queued again.
    static final Duration RETRY = Duration.ofMinutes(10);

    private final SubscriptionStore store;
    private final PollQueue queue;
    private final InstantSource clock;

    public DueFeeds(SubscriptionStore store, PollQueue queue, InstantSource clock) {
        this.store = store;
        this.queue = queue;
        this.clock = clock;
    }

    /// Queues them, and counts them.
    public int queue() {
        Instant now = clock.instant();
        int queued = 0;
        for (SubscriptionId id : store.due(now, MAX)) {
            Optional<Subscription> subscription = store.get(id);
            if (subscription.isPresent() && store.postpone(id, now, now.plus(RETRY))) {
                queue.send(
                        subscription.get().account(),
                        new PollRequest(id, now, false),
                        Duration.ZERO);
                queued++;
            }
        }
        return queued;
    }
}
