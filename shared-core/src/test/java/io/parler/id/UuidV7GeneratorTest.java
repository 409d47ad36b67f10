package io.parler.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class UuidV7GeneratorTest {
    /// The example of RFC 9562, appendix A.6.
    @Test
    void anIdIsAUuidOfVersion7() {
        Iterator<Long> random = List.of(0xCC3L, 0x18C4DC0C0C07398FL << 2).iterator();
        InstantSource clock = InstantSource.fixed(Instant.parse("2022-02-22T19:22:22Z"));

        UUID id = new UuidV7Generator(clock, random::next).get();

        assertThat(id).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void randomBitsNeverChangeVersionVariantOrTime() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2022-02-22T19:22:22Z"));

        UUID id = new UuidV7Generator(clock, () -> -1L).get();

        assertThat(id).hasToString("017f22e2-79b0-7fff-bfff-ffffffffffff");
    }

    /// A generator that isn't thread-safe repeats itself here within the first thousands.
    @Test
    void threadsThatShareAGeneratorNeverGetTheSameId() throws Exception {
        UuidV7Generator ids = new UuidV7Generator(InstantSource.fixed(Instant.EPOCH));
        Set<UUID> all = ConcurrentHashMap.newKeySet();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int thread = 0; thread < 8; thread++) {
                Future<?> _ =
                        threads.submit(
                                () -> {
                                    start.await();
                                    for (int i = 0; i < 20_000; i++) {
                                        all.add(ids.get());
                                    }
                                    return null;
                                });
            }
            start.countDown();
        }
        assertThat(all).hasSize(160_000);
    }
}
