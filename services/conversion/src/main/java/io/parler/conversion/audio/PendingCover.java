package io.parler.conversion.audio;

import io.parler.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A cover that is loaded in the background during the synthesis.
public final class PendingCover implements AutoCloseable {
    private final CompletableFuture<Optional<byte[]>> picture = new CompletableFuture<>();
    private final Thread thread;

    private PendingCover(Optional<String> url, CoverLoader covers) {
        this.thread =
                Thread.ofVirtual()
                        .name("cover")
                        .unstarted(
                                Deadline.inherited(
                                        () -> picture.complete(url.flatMap(covers::load))));
    }

    public static PendingCover fetch(Optional<String> url, CoverLoader covers) {
        PendingCover cover = new PendingCover(url, covers);
        cover.thread.start();
        return cover;
    }

    /// Waits for the cover. Empty if it has not arrived within `timeout`.
    public Optional<byte[]> await(Duration timeout) {
        return picture.completeOnTimeout(
                        Optional.empty(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
