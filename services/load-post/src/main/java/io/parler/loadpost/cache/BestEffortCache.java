package io.parler.loadpost.cache;

import io.parler.problem.UnavailableException;
import io.parler.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page cache whose errors are logged and fail no request. After an outage it is not called for
/// a while, so that not every fetch waits for it.
final class BestEffortCache {
    private static final Logger LOG = LoggerFactory.getLogger(BestEffortCache.class);
    private static final Duration PAUSE_AFTER_OUTAGE = Duration.ofSeconds(30);

    private final PageCache cache;
    private final InstantSource clock;
    private volatile Instant pausedUntil = Instant.MIN;

    BestEffortCache(PageCache cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    Optional<CachedPage> get(CacheKey key) {
        if (isPaused()) {
            return Optional.empty();
        }
        try {
            return cache.get(key);
        } catch (UnavailableException e) {
            pause("reading a cached page failed", key, e);
        } catch (PageCache.CorruptPageException e) {
            LOG.atWarn()
                    .addKeyValue("pageId", key.id())
                    .setCause(e)
                    .log("a cached page is corrupt");
        }
        return Optional.empty();
    }

    void put(CacheKey key, CachedPage page) {
        if (isPaused()) {
            return;
        }
        try {
            cache.put(key, page);
        } catch (UnavailableException e) {
            pause("storing a page in the cache failed", key, e);
        }
    }

    void delete(CacheKey key) {
        if (isPaused()) {
            return;
        }
        try {
            cache.delete(key);
        } catch (UnavailableException e) {
            pause("deleting a cached page failed", key, e);
        }
    }

    private boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    /// A call that ended because this request ran out of time says nothing about the cache.
    private void pause(String message, CacheKey key, UnavailableException e) {
        if (Deadline.current().filter(Deadline::hasPassed).isEmpty()) {
            pausedUntil = clock.instant().plus(PAUSE_AFTER_OUTAGE);
        }
        LOG.atWarn().addKeyValue("pageId", key.id()).setCause(e).log(message);
    }
}
