package io.parler.conversion.chunk;

import java.time.Duration;

/// Which run is synthesizing which chunk right now, so that no two runs are billed for the same
/// one. A claim expires some time after its run must have ended.
public interface Claims {
    /// No claim expires sooner; its owner may release it.
    Duration MIN_TTL = Duration.ofMinutes(2);

    /// Whether the chunk is now claimed by `owner`: nobody else has a claim to it. An owner can
    /// take its own claim again.
    boolean take(ChunkKey key, Owner owner);

    void release(ChunkKey key, Owner owner);

    /// One run of a conversion. A job that is delivered twice has two runs at once, and one after a
    /// crash has another run than the one that died.
    record Owner(String conversion, String run) {}
}
