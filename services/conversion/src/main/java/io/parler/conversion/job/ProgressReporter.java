package io.parler.conversion.job;

import io.parler.time.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Reports progress on its own thread, best effort: a report that fails or takes long neither ends
/// nor delays the conversion. While one is in progress, others are skipped.
final class ProgressReporter implements IntConsumer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressReporter.class);

    /// The time for the last report, when the work is done.
    private static final Duration LAST_REPORT_TIMEOUT = Duration.ofSeconds(1);

    private final IntConsumer reports;
    private @Nullable Thread current;

    ProgressReporter(IntConsumer reports) {
        this.reports = reports;
    }

    @Override
    public void accept(int done) {
        Thread before = current;
        if (before == null || !before.isAlive()) {
            Map<String, String> logContext =
                    Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
            current =
                    Thread.ofVirtual()
                            .name("progress")
                            .start(Deadline.inherited(() -> report(done, logContext)));
        }
    }

    private void report(int done, Map<String, String> logContext) {
        MDC.setContextMap(logContext);
        try {
            reports.accept(done);
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("a progress event could not be published");
        } finally {
            MDC.clear();
        }
    }

    /// After this, nothing is reported.
    @Override
    public void close() {
        Thread last = current;
        if (last == null) {
            return;
        }
        try {
            if (!last.join(LAST_REPORT_TIMEOUT)) {
                last.interrupt();
                last.join();
            }
        } catch (InterruptedException e) {
            last.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
