package io.parler.conversion.testing;

import io.parler.conversion.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Time that moves only when a thread sleeps.
public final class FakeTime implements Time {
    private long nanos = 1_000_000_000_000L;
    private final List<Duration> slept = new ArrayList<>();
    private int sleeps = -1;
    private Runnable then = () -> {};

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) {
        slept.add(duration);
        nanos += duration.toNanos();
        if (slept.size() == sleeps) {
            then.run();
        }
    }

    public synchronized List<Duration> slept() {
        return List.copyOf(slept);
    }

    /// Runs an action after this number of sleeps.
    public synchronized void afterSleeping(int times, Runnable what) {
        sleeps = times;
        then = what;
    }
}
