package io.parler.conversion.chunk;

import java.time.Duration;

/// Who buys which chunk at this moment, so that two conversions don't buy the same one. A claim
/// ends by itself some time after whoever took it must have ended.
public interface Claims {
    /// No claim ends sooner, unless it is given back.
    Duration MIN_TTL = Duration.ofMinutes(2);

    /// Whether the chunk is now `buyer`'s to buy: nobody else has a claim to it. One's own can be
    /// taken again.
    boolean take(ChunkKey key, String buyer);

    void release(ChunkKey key, String buyer);
}
