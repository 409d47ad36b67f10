package io.parler.loadpost.follow;

import io.parler.id.AccountId;
import java.time.Duration;

/// Queues polls. A request that was queued is not lost.
public interface PollQueue {
    void send(AccountId account, PollRequest request, Duration delay);
}
