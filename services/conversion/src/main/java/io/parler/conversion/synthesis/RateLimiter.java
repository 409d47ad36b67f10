package io.parler.conversion.synthesis;

import io.parler.conversion.Time;
import java.time.Duration;
import java.util.Arrays;

/// Lets at most so many calls begin in any second, whichever second one looks at.
final class RateLimiter {
    /// A little over a second: the service's clock and the way there are not ours.
    private static final Duration WINDOW = Duration.ofMillis(1_010);

    private final long[] begun;
    private final Time time;
    private int next;

    RateLimiter(int callsPerSecond, Time time) {
        this.time = time;
        this.begun = new long[callsPerSecond];
        Arrays.fill(begun, time.nanos() - WINDOW.toNanos());
    }

    /// Waits for this call's turn.
    void await() throws InterruptedException {
        long wait = reserve() - time.nanos();
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve() {
        long turn = Math.max(time.nanos(), begun[next] + WINDOW.toNanos());
        begun[next] = turn;
        next = (next + 1) % begun.length;
        return turn;
    }
}
