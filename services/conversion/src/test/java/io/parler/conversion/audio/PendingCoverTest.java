package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.time.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PendingCoverTest {
    private static final Optional<String> URL = Optional.of("https://blog.example/cover.jpg");

    @Test
    void itIsLoadedWithTheDeadlineInScope() throws Exception {
        CompletableFuture<Optional<Deadline>> seen = new CompletableFuture<>();
        Deadline deadline = Deadline.in(Duration.ofHours(1));
        CoverLoader loader =
                url -> {
                    seen.complete(Deadline.current());
                    return Optional.of(url.getBytes(StandardCharsets.UTF_8));
                };

        Optional<byte[]> cover =
                deadline.call(
                        () -> {
                            try (PendingCover pending = PendingCover.fetch(URL, loader)) {
                                return pending.await(Duration.ofHours(1));
                            }
                        });

        assertThat(cover).isPresent();
        assertThat(seen).isCompletedWithValue(Optional.of(deadline));
    }

    @Test
    void oneThatDoesNotArriveIsLeftOut() {
        CountDownLatch never = new CountDownLatch(1);
        CoverLoader hanging =
                url -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Optional.empty();
                };
        try (PendingCover pending = PendingCover.fetch(URL, hanging)) {
            assertThat(pending.await(Duration.ofMillis(1))).isEmpty();
        }
    }
}
