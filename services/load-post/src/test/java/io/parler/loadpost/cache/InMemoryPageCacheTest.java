package io.parler.loadpost.cache;

class InMemoryPageCacheTest extends PageCacheContract {
    private final InMemoryPageCache cache = new InMemoryPageCache();

    @Override
    protected PageCache cache() {
        return cache;
    }

    @Override
    protected void takeAway() {
        cache.state = InMemoryPageCache.State.UNAVAILABLE;
    }
}
