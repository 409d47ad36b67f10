package io.parler.postconversion;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Conversion ids: UUIDv7 (RFC 9562, section 5.7), so that an id's age can be read off it.
public final class ConversionIds implements Supplier<UUID> {
    private final InstantSource clock;
    private final RandomGenerator random;

    public ConversionIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID get() {
        long version = 0x7000L;
        long variant = 0x8000_0000_0000_0000L;
        long high = (clock.millis() << 16) | version | (random.nextLong() & 0x0FFFL);
        long low = variant | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
