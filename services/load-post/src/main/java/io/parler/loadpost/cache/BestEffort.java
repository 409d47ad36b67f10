package io.parler.loadpost.cache;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page cache whose failures cost a warning and no fetch. After an outage it is left alone for
/// a while, so that not every fetch waits for it.
final class BestEffort {
    private static final Logger LOG = LoggerFactory.getLogger(BestEffort.class);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);

    private final PageCache cache;
    private final InstantSource clock;
    private volatile Instant restsUntil = Instant.MIN;

    BestEffort(PageCache cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    Optional<KeptPage> find(PageKey key) {
        if (rests()) {
            return Optional.empty();
        }
        try {
            return cache.find(key);
        } catch (PageCache.OutOfReach e) {
            outage("a kept page was not looked for", key, e);
        } catch (PageCache.Unreadable e) {
            LOG.atWarn()
                    .addKeyValue("pageId", key.id())
                    .setCause(e)
                    .log("a kept page is unreadable");
        }
        return Optional.empty();
    }

    void keep(PageKey key, KeptPage page) {
        if (rests()) {
            return;
        }
        try {
            cache.keep(key, page);
        } catch (PageCache.OutOfReach e) {
            outage("a page was not kept", key, e);
        }
    }

    void forget(PageKey key) {
        if (rests()) {
            return;
        }
        try {
            cache.forget(key);
        } catch (PageCache.OutOfReach e) {
            outage("a kept page was not forgotten", key, e);
        }
    }

    private boolean rests() {
        return clock.instant().isBefore(restsUntil);
    }

    private void outage(String message, PageKey key, PageCache.OutOfReach e) {
        restsUntil = clock.instant().plus(LEFT_ALONE);
        LOG.atWarn().addKeyValue("pageId", key.id()).setCause(e).log(message);
    }
}
