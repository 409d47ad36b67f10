package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.conversion.Time;
import io.parler.events.Redelivery;
import io.parler.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final List<Duration> renewals = new CopyOnWriteArrayList<>();
    private final Redelivery redelivery = (_, delay) -> renewals.add(delay);
    private final Semaphore ticks = new Semaphore(0);

    /// Every sleep ends when the test ticks.
    private final Time time =
            new Time() {
                @Override
                public long nanos() {
                    return 0;
                }

                @Override
                public void sleep(Duration duration) throws InterruptedException {
                    ticks.acquire();
                }
            };

    @Test
    void aMessageStaysInvisibleWhileItIsProcessed() {
        try (Lease _ = Lease.hold(new SQSMessage(), LEASE, redelivery, time)) {
            renewedTimes(1);
            ticks.release(3);
            renewedTimes(4);
        }
        assertThat(renewals).containsOnly(LEASE);
    }

    @Test
    void aRenewalHasTheDeadlineInScope() throws Exception {
        CompletableFuture<Optional<Deadline>> seen = new CompletableFuture<>();
        Deadline deadline = Deadline.in(Duration.ofHours(1));
        Redelivery observed = (_, _) -> seen.complete(Deadline.current());

        deadline.call(
                () -> {
                    try (Lease _ = Lease.hold(new SQSMessage(), LEASE, observed, time)) {
                        return seen.join();
                    }
                });

        assertThat(seen).isCompletedWithValue(Optional.of(deadline));
    }

    @Test
    void aClosedLeaseIsNotRenewed() {
        Lease lease = Lease.hold(new SQSMessage(), LEASE, redelivery, time);
        renewedTimes(1);

        lease.close();
        ticks.release(10);

        assertThat(renewals).hasSize(1);
    }

    private void renewedTimes(int count) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> renewals.size() == count);
    }
}
