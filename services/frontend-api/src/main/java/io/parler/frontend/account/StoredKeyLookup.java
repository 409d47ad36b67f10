package io.parler.frontend.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Finds keys in the store, and writes there that they are used.
public final class StoredKeyLookup implements KeyLookup {
    private final AccountStore store;
    private final InstantSource clock;

    public StoredKeyLookup(AccountStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Found> find(String hash) {
        Optional<Found> found =
                store.getKey(hash)
                        .flatMap(
                                key ->
                                        store.getAccount(key.account())
                                                .map(account -> new Found(key, account)));
        Instant now = clock.instant();
        found.filter(it -> it.problem(now).isEmpty() && isDue(it.key(), now))
                .ifPresent(_ -> store.putUse(hash, now));
        return found;
    }

    private static boolean isDue(StoredKey key, Instant now) {
        return key.lastUsedAt()
                .filter(last -> last.plus(AccountStore.USE_INTERVAL).isAfter(now))
                .isEmpty();
    }
}
