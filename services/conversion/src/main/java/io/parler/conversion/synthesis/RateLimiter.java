package io.parler.conversion.synthesis;

import io.parler.conversion.Time;
import java.time.Duration;
import java.util.Arrays;

/// Allows at most a given number of calls to start in any period of one second.
final class RateLimiter {
    /// A little over a second, for the difference between clocks and the latency of the network.
    private static final Duration WINDOW = Duration.ofMillis(1_010);

    private final long[] startTimes;
    private final Time time;
    private int next;

    RateLimiter(int callsPerSecond, Time time) {
        this.time = time;
        this.startTimes = new long[callsPerSecond];
        Arrays.fill(startTimes, time.nanos() - WINDOW.toNanos());
    }

    /// Waits until the next call may start.
    void await() throws InterruptedException {
        long wait = reserve() - time.nanos();
        if (wait > 0) {
            time.sleep(Duration.ofNanos(wait));
        }
    }

    private synchronized long reserve() {
        long start = Math.max(time.nanos(), startTimes[next] + WINDOW.toNanos());
        startTimes[next] = start;
        next = (next + 1) % startTimes.length;
        return start;
    }
}
