package io.parler.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Sends a request again for about a minute while the service does not answer.
final class RequestRetry {
    /// The pauses before a request that failed for now is sent again: about a minute together.
    private static final List<Duration> BACKOFF =
            Stream.of(1, 2, 4, 8, 15, 30).map(Duration::ofSeconds).toList();

    private final Pause pause;

    RequestRetry(Pause pause) {
        this.pause = pause;
    }

    /// Waits before the next request.
    @FunctionalInterface
    interface Pause {
        void take(Duration time) throws IOException;
    }

    /// A request that may be sent again.
    @FunctionalInterface
    interface Call<T> {
        T send() throws IOException;
    }

    <T> T send(Call<T> call, ProgressDisplay progress) throws IOException {
        for (Duration backoff : BACKOFF) {
            try {
                return call.send();
            } catch (InterruptedIOException | FileSystemException e) {
                throw e;
            } catch (IOException _) {
                // Sent again below.
            } catch (ProblemException problem) {
                if (!problem.isTransient()) {
                    throw problem;
                }
            }
            progress.show("no answer; trying again");
            pause.take(backoff);
        }
        return call.send();
    }

    static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
