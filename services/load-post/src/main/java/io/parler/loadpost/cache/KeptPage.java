package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.ConditionalWeb.Known;
import io.parler.loadpost.fetch.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A page as its site gave it, and until when it may be given again without asking.
public record KeptPage(
        Resource resource, CachingHeaders headers, Instant storedAt, Instant freshUntil) {
    /// How long a page is kept that nobody asks for: by what tells its versions apart it is of
    /// use long after it went stale.
    private static final Duration UNUSED = Duration.ofDays(7);

    /// How much of that may pass before a page that is asked for is stored anew.
    private static final Duration RENEWED = Duration.ofDays(1);

    boolean isFresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    Optional<Known> known() {
        return headers.validators().none()
                ? Optional.empty()
                : Optional.of(new Known(resource.address(), headers.validators()));
    }

    /// After this it is of no use.
    public Instant expiresAt() {
        return headers.validators().none() ? freshUntil : storedAt.plus(UNUSED);
    }

    /// Whether there is more to store than that this page was seen once more.
    boolean saysMoreThan(KeptPage earlier) {
        return isFresh(storedAt)
                || earlier.isFresh(storedAt)
                || !headers.validators().equals(earlier.headers().validators())
                || !headers.cacheControl().equals(earlier.headers().cacheControl())
                || storedAt.isAfter(earlier.storedAt().plus(RENEWED));
    }
}
