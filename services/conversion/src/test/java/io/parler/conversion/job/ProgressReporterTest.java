package io.parler.conversion.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.logging.Correlation;
import io.parler.logging.LogContext;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProgressReporterTest {
    private final List<Integer> reported = new CopyOnWriteArrayList<>();

    @Test
    void aReportHasTheDeadlineInScope() throws Exception {
        CompletableFuture<Optional<Deadline>> seen = new CompletableFuture<>();
        Deadline deadline = Deadline.in(Duration.ofHours(1));
        try (ProgressReporter reporter =
                new ProgressReporter(_ -> seen.complete(Deadline.current()))) {
            deadline.call(
                    () -> {
                        reporter.accept(1);
                        return seen.join();
                    });
        }
        assertThat(seen).isCompletedWithValue(Optional.of(deadline));
    }

    @Test
    void aReportThatFailsDoesNotEndTheConversion() {
        try (ProgressReporter reporter =
                new ProgressReporter(
                        done -> {
                            reported.add(done);
                            throw new IllegalStateException("the topic is unavailable");
                        })) {
            reporter.accept(1);
            acceptUntilReported(reporter, 2);
        }
        assertThat(reported).containsExactly(1, 2);
    }

    @Test
    void aSlowReportDelaysNothingAndOthersAreSkipped() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        try (ProgressReporter reporter =
                new ProgressReporter(
                        done -> {
                            await(end);
                            reported.add(done);
                        })) {
            reporter.accept(1);
            reporter.accept(2);
            reporter.accept(3);
            end.countDown();
            acceptUntilReported(reporter, 4);
        }
        assertThat(reported).containsExactly(1, 4);
    }

    @Test
    void aReportThatHangsIsInterruptedAtTheEnd() {
        CountDownLatch never = new CountDownLatch(1);
        ProgressReporter reporter =
                new ProgressReporter(
                        done -> {
                            await(never);
                            reported.add(done);
                        });
        reporter.accept(1);

        reporter.close();

        never.countDown();
        assertThat(reported).isEmpty();
    }

    @Test
    void aReportCarriesTheCorrelationIdOfItsConversion() throws InterruptedException {
        BlockingQueue<Optional<String>> ids = new LinkedBlockingQueue<>();
        try (LogContext _ = LogContext.open("request-1", "trace-1");
                ProgressReporter reporter =
                        new ProgressReporter(_ -> ids.add(Correlation.current()))) {
            reporter.accept(1);
            assertThat(ids.take()).contains("trace-1");
        }
    }

    /// The previous report may not have ended yet.
    private void acceptUntilReported(ProgressReporter reporter, int done) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> {
                            if (!reported.contains(done)) {
                                reporter.accept(done);
                            }
                            return reported.contains(done);
                        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
