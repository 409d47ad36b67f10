package io.parler.conversion.audio;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A picture that is fetched while an article is spoken.
public final class ComingCover implements AutoCloseable {
    private final CompletableFuture<Optional<byte[]>> picture = new CompletableFuture<>();
    private final Thread thread;

    private ComingCover(Optional<String> url, Covers covers) {
        this.thread =
                Thread.ofVirtual()
                        .name("cover")
                        .unstarted(() -> picture.complete(url.flatMap(covers::of)));
    }

    public static ComingCover fetch(Optional<String> url, Covers covers) {
        ComingCover cover = new ComingCover(url, covers);
        cover.thread.start();
        return cover;
    }

    /// None if it has not come by then.
    public Optional<byte[]> within(Duration wait) {
        return picture.completeOnTimeout(Optional.empty(), wait.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
