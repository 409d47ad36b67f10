package io.parler.id;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Generates UUIDv7 (RFC 9562, section 5.7): time-ordered ids. Threads may share one.
public final class UuidV7Generator implements Supplier<UUID> {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;

    public UuidV7Generator(InstantSource clock) {
        this(clock, new SecureRandom()); // thread-safe, unlike most of the JDK's generators
    }

    UuidV7Generator(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID get() {
        long high = (clock.millis() << 16) | VERSION | (random.nextLong() & 0x0FFFL);
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
