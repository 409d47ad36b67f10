package io.parler.conversion.testing;

import io.parler.conversion.Time;
import java.time.Duration;
import java.util.PriorityQueue;
import java.util.function.IntSupplier;

/// Time for several threads: when all working threads sleep, it moves to the next time that one of
/// them waits for.
public final class ConcurrentFakeTime implements Time {
    private final IntSupplier working;
    private final PriorityQueue<Long> waiting = new PriorityQueue<>();
    private long nanos = 1_000_000_000_000L;

    /// @param working the number of threads that must sleep before time moves
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

    /// Called when a thread has finished its work.
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
