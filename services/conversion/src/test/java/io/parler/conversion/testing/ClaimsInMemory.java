package io.parler.conversion.testing;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.Claims;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Claims for tests; none expires.
public final class ClaimsInMemory implements Claims {
    private final Map<ChunkKey, String> buyers = new ConcurrentHashMap<>();

    private Runnable taking = () -> {};

    /// Does something whenever a claim is taken.
    public void onTaking(Runnable what) {
        taking = what;
    }

    @Override
    public boolean take(ChunkKey key, String buyer) {
        taking.run();
        return buyer.equals(buyers.computeIfAbsent(key, _ -> buyer));
    }

    @Override
    public void release(ChunkKey key, String buyer) {
        buyers.remove(key, buyer);
    }

    public int size() {
        return buyers.size();
    }
}
