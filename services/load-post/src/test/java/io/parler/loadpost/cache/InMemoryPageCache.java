package io.parler.loadpost.cache;

import io.parler.problem.UnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A page cache in memory that can be made unavailable or corrupt.
final class InMemoryPageCache implements PageCache {
    enum State {
        AVAILABLE,
        UNAVAILABLE,
        CORRUPT
    }

    final Map<CacheKey, CachedPage> pages = new HashMap<>();
    State state = State.AVAILABLE;
    int calls;
    int writes;

    @Override
    public Optional<CachedPage> get(CacheKey key) throws CorruptPageException {
        call();
        if (state == State.CORRUPT) {
            throw new CorruptPageException("the page has an older format");
        }
        return Optional.ofNullable(pages.get(key));
    }

    @Override
    public void put(CacheKey key, CachedPage page) {
        call();
        writes++;
        pages.put(key, page);
    }

    @Override
    public void delete(CacheKey key) {
        call();
        pages.remove(key);
    }

    private void call() {
        calls++;
        if (state == State.UNAVAILABLE) {
            throw new UnavailableException("the page cache is unavailable");
        }
    }
}
