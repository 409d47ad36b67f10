package io.parler.conversion.audio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A picture that is fetched while an article is spoken.
public final class PendingCover implements AutoCloseable {
    private final CompletableFuture<Optional<byte[]>> picture = new CompletableFuture<>();
    private final Thread thread;

    private PendingCover(Optional<String> url, CoverLoader covers) {
        this.thread =
                Thread.ofVirtual()
                        .name("cover")
                        .unstarted(() -> picture.complete(url.flatMap(covers::load)));
    }

    public static PendingCover fetch(Optional<String> url, CoverLoader covers) {
        PendingCover cover = new PendingCover(url, covers);
        cover.thread.start();
        return cover;
    }

    /// None if it has not come by then.
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
