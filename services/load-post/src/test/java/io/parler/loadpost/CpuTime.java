package io.parler.loadpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/// Limits the CPU time of work: a busy machine changes only the wall-clock time.
public final class CpuTime {
    private static final Duration HANGS = Duration.ofMinutes(10);

    private CpuTime() {}

    /// Does work, and fails when it takes more CPU time than `limit`.
    public static <T> T within(Duration limit, Supplier<T> work) {
        return assertTimeoutPreemptively(
                HANGS,
                () -> {
                    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    T result = work.get();
                    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    assertThat(Duration.ofNanos(end - start)).isLessThan(limit);
                    return result;
                });
    }
}
