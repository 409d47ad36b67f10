package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.HttpDate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The rules of a shared HTTP cache (RFC 9111), without heuristics: a response that names no
/// lifetime has none.
final class CachePolicy {
    /// No page is served longer than this without asking its site: a lifetime of a year that a
    /// site sent by mistake is corrected within an hour.
    static final Duration MAX_LIFETIME = Duration.ofHours(1);

    private CachePolicy() {}

    /// Any `Vary` but `*` is fine: all our requests for one key are the same.
    static boolean isCacheable(CachingHeaders headers) {
        CacheControl control = CacheControl.of(headers.cacheControl());
        return !control.has("no-store") && !control.has("private") && !headers.vary().contains("*");
    }

    /// When a response goes stale (section 4.2): its lifetime after it was generated, or the time
    /// of the request if that is later. The age counts from the request, and therefore includes
    /// the time in transit.
    static Instant freshUntil(CachingHeaders headers, Instant requestedAt) {
        Instant generatedAt = requestedAt.minusSeconds(CacheControl.deltaSeconds(headers.age()));
        Optional<Instant> date = HttpDate.parse(headers.date());
        if (date.isPresent() && date.get().isBefore(generatedAt)) {
            generatedAt = date.get();
        }
        Instant until = generatedAt.plus(lifetime(headers, date.orElse(requestedAt)));
        if (until.isBefore(requestedAt)) {
            return requestedAt;
        }
        return until.isAfter(requestedAt.plus(MAX_LIFETIME))
                ? requestedAt.plus(MAX_LIFETIME)
                : until;
    }

    private static Duration lifetime(CachingHeaders headers, Instant date) {
        CacheControl control = CacheControl.of(headers.cacheControl());
        if (control.has("no-cache")) {
            return Duration.ZERO;
        }
        Optional<Long> seconds = control.seconds("s-maxage").or(() -> control.seconds("max-age"));
        if (seconds.isPresent()) {
            return Duration.ofSeconds(seconds.get());
        }
        return HttpDate.parse(headers.expires())
                .filter(date::isBefore)
                .map(expires -> Duration.between(date, expires))
                .orElse(Duration.ZERO);
    }
}
