package io.parler.loadpost.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// The moment by which a whole fetch must be over: names looked up, redirects followed, body
/// read.
final class Deadline {
    private final long end;

    Deadline(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    boolean passed() {
        return end - System.nanoTime() <= 0;
    }

    /// Milliseconds left, never 0: to a socket 0 means forever.
    int millis() throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("out of time");
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    /// Closes the connection when time is up. A read timeout alone can't: it starts anew with
    /// every byte a slow site drips.
    Watch watch(Closeable connection) {
        var thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("fetch-deadline")
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(
                                                Duration.ofNanos(
                                                        Math.max(0, end - System.nanoTime())));
                                        connection.close();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt(); // finished in time
                                    } catch (IOException e) {
                                        throw new UncheckedIOException(e);
                                    }
                                });
        return thread::interrupt;
    }

    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
