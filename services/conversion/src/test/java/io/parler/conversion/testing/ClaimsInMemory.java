package io.parler.conversion.testing;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.Claims;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Claims in a map.
public final class ClaimsInMemory implements Claims {
    private static final Duration TTL = Duration.ofSeconds(130);

    private record Claim(Owner owner, Instant expiresAt) {}

    private final Map<ChunkKey, Claim> claims = new HashMap<>();
    private final InstantSource clock;
    private final Duration ttl;
    private volatile Runnable taking = () -> {};

    public ClaimsInMemory(InstantSource clock) {
        this(clock, TTL);
    }

    public ClaimsInMemory(InstantSource clock, Duration ttl) {
        this.clock = clock;
        this.ttl = ttl;
    }

    /// Claims that do not expire while a test runs.
    public ClaimsInMemory() {
        this(() -> Instant.EPOCH);
    }

    /// Runs an action whenever a claim is taken.
    public void onTaking(Runnable what) {
        taking = what;
    }

    @Override
    public Duration ttl() {
        return ttl;
    }

    @Override
    public boolean take(ChunkKey key, Owner owner) {
        taking.run();
        return takeNow(key, new Claim(owner, clock.instant().plus(ttl)));
    }

    private synchronized boolean takeNow(ChunkKey key, Claim claim) {
        Claim there = claims.get(key);
        if (there != null
                && !there.owner.equals(claim.owner)
                && there.expiresAt.isAfter(clock.instant())) {
            return false;
        }
        claims.put(key, claim);
        return true;
    }

    @Override
    public synchronized void release(ChunkKey key, Owner owner) {
        Claim there = claims.get(key);
        if (there != null && there.owner.equals(owner)) {
            claims.remove(key);
        }
    }

    public synchronized int size() {
        return claims.size();
    }
}
