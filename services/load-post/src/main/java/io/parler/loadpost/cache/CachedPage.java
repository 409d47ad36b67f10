package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.ConditionalWebClient.Known;
import io.parler.loadpost.fetch.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A page as its site sent it, and until when it may be served without asking the site again.
public record CachedPage(
        Resource resource, CachingHeaders headers, Instant storedAt, Instant freshUntil) {
    /// A page with validators is useful long after it went stale.
    private static final Duration TTL = Duration.ofDays(7);

    /// How old a stored page must be for a request to renew its TTL.
    private static final Duration RENEW_AFTER = Duration.ofDays(1);

    boolean isFresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    /// For a conditional request; empty if the site sent no validators.
    Optional<Known> known() {
        return headers.validators().none()
                ? Optional.empty()
                : Optional.of(new Known(resource.address(), headers.validators()));
    }

    /// When the page is of no use any more.
    public Instant expiresAt() {
        return headers.validators().none() ? freshUntil : storedAt.plus(TTL);
    }

    /// Whether this page is worth storing in place of the earlier one.
    boolean isWorthStoringOver(CachedPage earlier) {
        return isFresh(storedAt)
                || earlier.isFresh(storedAt)
                || !headers.validators().equals(earlier.headers().validators())
                || !headers.cacheControl().equals(earlier.headers().cacheControl())
                || storedAt.isAfter(earlier.storedAt().plus(RENEW_AFTER));
    }
}
