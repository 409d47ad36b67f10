package io.parler.conversion.chunk;

import java.time.Duration;

/// Which run is synthesizing which chunk right now, so that no two runs are billed for the same
/// one. A claim outlasts the call that it protects, and expires soon after: the run after a crash
/// waits for that.
public interface Claims {
    /// How soon after its claim was taken a call starts. Later, the claim is taken again first.
    Duration MAX_AGE_AT_START = Duration.ofSeconds(5);

    /// For storing what a call returned, and for the difference between clocks.
    Duration STORE_RESERVE = Duration.ofSeconds(5);

    /// The shortest time to live of a claim that protects calls of up to `maxCall`.
    static Duration minTtl(Duration maxCall) {
        return MAX_AGE_AT_START.plus(maxCall).plus(STORE_RESERVE);
    }

    /// When a claim expires that its owner has neither released nor taken again.
    Duration ttl();

    /// Whether the chunk is now claimed by `owner`: nobody else has a claim to it. An owner can
    /// take its own claim again.
    boolean take(ChunkKey key, Owner owner);

    void release(ChunkKey key, Owner owner);

    /// One run of a conversion. A job that is delivered twice has two runs at once, and one after a
    /// crash has another run than the one that died.
    record Owner(String conversion, String run) {}
}
