package io.parler.bench.convert;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Measures the heap while something runs: the live bytes after full collections, and the peak.
final class HeapMonitor implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final AtomicLong liveBytes = new AtomicLong();
    private final Thread thread;

    HeapMonitor() {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        sample();
        thread = Thread.ofPlatform().daemon().name("heap-monitor").start(this::run);
    }

    /// The maximum of the bytes left after a full collection.
    long liveBytes() {
        return liveBytes.get();
    }

    /// The peak, including garbage: the sum of the peaks of all pools.
    static long peakBytes() {
        return pools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(INTERVAL);
                sample();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sample() {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        liveBytes.accumulateAndGet(used, Math::max);
    }

    private static Stream<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
