package io.parler.loadpost.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.InvalidAddressException;
import io.parler.loadpost.fetch.Resource;
import io.parler.loadpost.fetch.Validators;
import io.parler.loadpost.fetch.WebAddress;
import io.parler.problem.UnavailableException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// What every page cache promises.
public abstract class PageCacheContract {
    public static final CacheKey KEY = new CacheKey("0123");

    public static final Instant NOW = Instant.parse("2026-11-20T10:15:30.128Z");

    protected abstract PageCache cache();

    /// Makes the cache unreachable.
    protected abstract void takeAway();

    @Test
    void anUnknownPageIsAbsent() throws Exception {
        assertThat(cache().get(KEY)).isEmpty();
    }

    @Test
    void aStoredPageIsReturnedAsItWas() throws Exception {
        CachedPage page = page(new byte[] {1, 2, 3});
        cache().put(KEY, page);
        assertSame(cache().get(KEY).orElseThrow(), page);
        assertThat(cache().get(new CacheKey("4567"))).isEmpty();
    }

    @Test
    void aLaterPageReplacesTheEarlierOne() throws Exception {
        cache().put(KEY, page(new byte[] {1, 2, 3}));
        cache().put(KEY, page(new byte[0]));
        assertSame(cache().get(KEY).orElseThrow(), page(new byte[0]));
    }

    @Test
    void aDeletedPageIsAbsentAndDeletingItAgainDoesNothing() throws Exception {
        cache().put(KEY, page(new byte[1]));
        cache().delete(KEY);
        cache().delete(KEY);
        assertThat(cache().get(KEY)).isEmpty();
    }

    @Test
    void aCacheThatCannotBeReachedIsUnavailable() {
        takeAway();
        assertThatThrownBy(() -> cache().get(KEY)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> cache().put(KEY, page(new byte[1])))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> cache().delete(KEY)).isInstanceOf(UnavailableException.class);
    }

    public static CachedPage page(byte[] body) {
        return new CachedPage(
                new Resource(address(), "text/html; charset=x", body),
                new CachingHeaders(
                        "max-age=60",
                        "Accept",
                        "0",
                        "",
                        "",
                        new Validators("W/\"1\"", "Thu, 19 Nov 2026 10:00:00 GMT")),
                NOW,
                NOW.plusSeconds(60));
    }

    private static WebAddress address() {
        try {
            return WebAddress.parse("https://blog.example/?q=\u00e4");
        } catch (InvalidAddressException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void assertSame(CachedPage page, CachedPage other) {
        assertThat(page.resource().url()).isEqualTo(other.resource().url());
        assertThat(page.resource().contentType()).isEqualTo(other.resource().contentType());
        assertThat(page.resource().body()).isEqualTo(other.resource().body());
        assertThat(page.headers()).isEqualTo(other.headers());
        assertThat(page.storedAt()).isEqualTo(other.storedAt());
        assertThat(page.freshUntil()).isEqualTo(other.freshUntil());
    }
}
