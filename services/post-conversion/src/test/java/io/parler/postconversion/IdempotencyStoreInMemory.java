package io.parler.postconversion;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// IdempotencyStore in a map.
public final class IdempotencyStoreInMemory implements IdempotencyStore {
    private final InstantSource clock;
    private final Map<IdempotencyKey, Entry> entries = new HashMap<>();
    private boolean settles = true;

    private record Entry(
            Fingerprint request, UUID id, String state, Instant since, Instant createdAt) {
        Entry with(String newState, Instant newSince) {
            return new Entry(request, id, newState, newSince, createdAt);
        }
    }

    public IdempotencyStoreInMemory(InstantSource clock) {
        this.clock = clock;
    }

    /// From now on claims stay as they are, as after a crash.
    public void crash() {
        settles = false;
    }

    public void restart() {
        settles = true;
    }

    @Override
    public synchronized Claim claim(IdempotencyKey key, Fingerprint request, UUID newId) {
        Instant now = clock.instant();
        Entry known = entries.get(key);
        if (known == null || !known.createdAt.plus(TTL).isAfter(now)) {
            entries.put(key, new Entry(request, newId, "in-flight", now, now));
            return new Claim.Granted(newId, now);
        }
        if (!known.request.equals(request)) {
            return new Claim.OtherRequest();
        }
        if (known.state.equals("accepted")) {
            return new Claim.AlreadyAccepted(known.id);
        }
        if (known.state.equals("in-flight") && !known.since.plus(MAX_IN_FLIGHT).isBefore(now)) {
            return new Claim.InFlight();
        }
        entries.put(key, known.with("in-flight", now));
        return new Claim.Granted(known.id, now);
    }

    @Override
    public void confirm(IdempotencyKey key, Claim.Granted claim) {
        settle(key, claim, "accepted");
    }

    @Override
    public void release(IdempotencyKey key, Claim.Granted claim) {
        settle(key, claim, "released");
    }

    private synchronized void settle(IdempotencyKey key, Claim.Granted claim, String state) {
        if (settles) {
            entries.computeIfPresent(
                    key,
                    (_, entry) ->
                            entry.state.equals("in-flight") && entry.since.equals(claim.since())
                                    ? entry.with(state, entry.since)
                                    : entry);
        }
    }
}
