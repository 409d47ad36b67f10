package io.parler.conversion.testing;

import io.parler.conversion.Time;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.IntSupplier;

/// Time for many threads: it steps to the next moment somebody waits for, once all who work wait.
public final class ConcurrentFakeTime implements Time {
    private final IntSupplier working;
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private long nanos = 1_000_000_000_000L;

    /// @param working how many threads will be asleep before time may pass
    public ConcurrentFakeTime(IntSupplier working) {
        this.working = working;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized void sleep(Duration duration) throws InterruptedException {
        long until = nanos + duration.toNanos();
        waiting.add(until);
        stepped();
        while (nanos < until) {
            wait();
        }
    }

    /// To be told whenever fewer threads work than before.
    public synchronized void stepped() {
        Long next = waiting.peek();
        if (next == null || (next > nanos && waiting.size() < working.getAsInt())) {
            return;
        }
        nanos = Math.max(nanos, next);
        while (!waiting.isEmpty() && waiting.peek() <= nanos) {
            waiting.remove();
        }
        notifyAll();
    }
}
