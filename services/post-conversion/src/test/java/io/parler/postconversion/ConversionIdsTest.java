package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversionIdsTest {
    /// The example of RFC 9562, appendix A.6.
    @Test
    void anIdIsAUuidOfVersion7() {
        Iterator<Long> random = List.of(0xCC3L, 0x18C4DC0C0C07398FL << 2).iterator();
        InstantSource clock = InstantSource.fixed(Instant.parse("2022-02-22T19:22:22Z"));

        UUID id = new ConversionIds(clock, random::next).get();

        assertThat(id).hasToString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void randomBitsNeverReachVersionVariantOrTime() {
        InstantSource clock = InstantSource.fixed(Instant.parse("2022-02-22T19:22:22Z"));

        UUID id = new ConversionIds(clock, () -> -1L).get();

        assertThat(id).hasToString("017f22e2-79b0-7fff-bfff-ffffffffffff");
    }
}
