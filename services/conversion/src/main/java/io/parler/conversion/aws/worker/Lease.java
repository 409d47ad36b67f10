package io.parler.conversion.aws.worker;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.conversion.Time;
import io.parler.events.Redelivery;
import io.parler.time.Deadline;
import java.time.Duration;

/// Keeps a message invisible to other workers while this one runs, by renewing a short visibility
/// timeout. After a crash the message is redelivered when the lease expires.
final class Lease implements AutoCloseable {
    /// How often it is renewed within its duration, so that a slow renewal doesn't end it.
    private static final int RENEWALS = 3;

    private final SQSMessage message;
    private final Duration duration;
    private final Redelivery redelivery;
    private final Time time;
    private final Thread renewer;
    private boolean closed;

    private Lease(SQSMessage message, Duration duration, Redelivery redelivery, Time time) {
        this.message = message;
        this.duration = duration;
        this.redelivery = redelivery;
        this.time = time;
        this.renewer =
                Thread.ofVirtual().name("lease").unstarted(Deadline.inherited(this::keepRenewing));
    }

    static Lease hold(SQSMessage message, Duration duration, Redelivery redelivery, Time time) {
        Lease lease = new Lease(message, duration, redelivery, time);
        lease.renewer.start();
        return lease;
    }

    private void keepRenewing() {
        try {
            while (renew()) {
                time.sleep(duration.dividedBy(RENEWALS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean renew() {
        if (!closed) {
            redelivery.in(message, duration);
        }
        return !closed;
    }

    /// After this call the caller decides when the message is delivered again. It waits for a
    /// renewal in progress.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        renewer.interrupt();
    }
}
