package io.parler.events;

import java.time.Duration;

/// How soon a message that failed is delivered again: after 5, 20, 80 and then every 320 seconds.
/// How often, before it is a dead letter, is `maxReceiveCount` of its queue.
final class RedeliveryBackoff {
    static final Duration FIRST = Duration.ofSeconds(5);

    private static final int FACTOR = 4;
    private static final int STEPS = 4;

    /// A message that can't be read will not be readable later: it soon becomes a dead letter.
    private static final Duration UNREADABLE = Duration.ofSeconds(1);

    private RedeliveryBackoff() {}

    /// @param receiveCount how often the message was delivered, from 1
    static Duration after(Exception error, int receiveCount) {
        if (error instanceof UnreadableEvent) {
            return UNREADABLE;
        }
        Duration delay = FIRST;
        for (int step = 1; step < Math.clamp(receiveCount, 1, STEPS); step++) {
            delay = delay.multipliedBy(FACTOR);
        }
        return delay;
    }
}
