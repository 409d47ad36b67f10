package io.parler.bench.convert;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// What of the heap is in use right after full collections, made again and again while something
/// runs, and the most in use at any moment.
final class HeapMonitor implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final AtomicLong live = new AtomicLong();
    private final Thread thread;

    HeapMonitor() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        look();
        thread = Thread.ofPlatform().daemon().name("heap-watch").start(this::watch);
    }

    /// The most that a full collection left, while it was watched.
    long live() {
        return live.get();
    }

    /// Garbage included; the pools' peaks, which need not be of one moment.
    static long peak() {
        return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        live.accumulateAndGet(used, Math::max);
    }

    private static java.util.stream.Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
