package io.parler.conversion.aws.worker;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.conversion.Time;
import io.parler.events.Redelivery;
import java.time.Duration;

/// Keeps a message hidden from other workers for as long as this one lives, and not much longer: a
/// crash is made good in a minute, not after the queue's visibility timeout.
final class Lease implements AutoCloseable {
    private static final Duration DURATION = Duration.ofSeconds(60);
    private static final Duration RENEWAL_INTERVAL = Duration.ofSeconds(20);

    private final SQSMessage message;
    private final Redelivery redelivery;
    private final Time time;
    private final Thread renewer;
    private boolean closed;

    private Lease(SQSMessage message, Redelivery redelivery, Time time) {
        this.message = message;
        this.redelivery = redelivery;
        this.time = time;
        this.renewer = Thread.ofVirtual().name("lease").unstarted(this::keepRenewing);
    }

    static Lease hold(SQSMessage message, Redelivery redelivery, Time time) {
        Lease lease = new Lease(message, redelivery, time);
        lease.renewer.start();
        return lease;
    }

    private void keepRenewing() {
        try {
            while (renew()) {
                time.sleep(RENEWAL_INTERVAL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean renew() {
        if (!closed) {
            redelivery.in(message, DURATION);
        }
        return !closed;
    }

    /// After this the message's next delivery is the caller's to decide; a renewal under way is
    /// waited for.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        renewer.interrupt();
    }
}
