package io.parler.frontend.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers found keys for a minute: a revoked key is refused a minute later at the latest, and
/// most requests cost no call.
public final class CachedKeyLookup implements KeyLookup {
    static final Duration TTL = Duration.ofSeconds(60);
    private static final int MAX_KEYS = 1000;

    private final KeyLookup lookup;
    private final InstantSource clock;
    private final Map<String, Cached> cache = new LinkedHashMap<>();

    private record Cached(Found found, Instant until) {}

    public CachedKeyLookup(KeyLookup lookup, InstantSource clock) {
        this.lookup = lookup;
        this.clock = clock;
    }

    @Override
    public Optional<Found> find(String hash) {
        Instant now = clock.instant();
        synchronized (cache) {
            Cached known = cache.get(hash);
            if (known != null && now.isBefore(known.until)) {
                return Optional.of(known.found);
            }
        }
        Optional<Found> found = lookup.find(hash);
        synchronized (cache) {
            cache.remove(hash);
            found.ifPresent(key -> cache.put(hash, new Cached(key, now.plus(TTL))));
            if (cache.size() > MAX_KEYS) {
                cache.remove(cache.keySet().iterator().next()); // the one that was read first
            }
        }
        return found;
    }
}
