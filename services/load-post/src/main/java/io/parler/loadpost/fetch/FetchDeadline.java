package io.parler.loadpost.fetch;

import io.parler.time.Deadline;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The time limit of one fetch, from the name lookup to the last byte of the body: the web
/// client's own limit, or the deadline of the request in scope if that is earlier.
record FetchDeadline(Deadline deadline) {
    static FetchDeadline in(Duration limit) {
        return new FetchDeadline(Deadline.within(limit));
    }

    boolean hasPassed() {
        return deadline.hasPassed();
    }

    /// Milliseconds left, never 0: a socket waits forever with a timeout of 0.
    int millis() throws SocketTimeoutException {
        if (deadline.hasPassed()) {
            throw new SocketTimeoutException("out of time");
        }
        return Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE);
    }

    /// Closes the connection at the deadline. A read timeout alone is not enough: it starts again
    /// with every byte that a slow site sends.
    Timer closeInTime(Closeable connection) {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("fetch-deadline")
                        .start(() -> closeLater(connection));
        return thread::interrupt;
    }

    private void closeLater(Closeable connection) {
        try {
            while (!deadline.hasPassed()) {
                Thread.sleep(deadline.remaining());
            }
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the fetch ended in time
        } catch (IOException e) {
            // The fetch fails with its own exception.
        }
    }

    interface Timer extends AutoCloseable {
        @Override
        void close();
    }
}
