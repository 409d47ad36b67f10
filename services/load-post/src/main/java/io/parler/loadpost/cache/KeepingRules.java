package io.parler.loadpost.cache;

import io.parler.loadpost.fetch.CachingHeaders;
import io.parler.loadpost.fetch.HttpDate;
import java.time.Duration;
import java.time.Instant;

/// What a cache shared by many may do with an answer (RFC 9111). Nothing is guessed: an answer
/// that names no lifetime has none.
final class KeepingRules {
    /// No page is given for longer without asking, whatever its site says: what one of them says
    /// for a year by mistake is put right in an hour.
    static final Duration LONGEST = Duration.ofHours(1);

    private KeepingRules() {}

    /// `Vary` by anything else is no hindrance: all our requests for one key are alike.
    static boolean mayKeep(CachingHeaders headers) {
        var control = CacheControl.of(headers.cacheControl());
        return !control.has("no-store") && !control.has("private") && !headers.vary().contains("*");
    }

    /// The moment an answer goes stale (section 4.2): its lifetime after the site made it, and
    /// the moment of asking where that had passed before. An age
    /// is counted from the moment of asking, so the time on the way is part of it.
    static Instant freshUntil(CachingHeaders headers, Instant asked) {
        var made = asked.minusSeconds(CacheControl.deltaSeconds(headers.age()));
        var date = HttpDate.read(headers.date());
        if (date.isPresent() && date.get().isBefore(made)) {
            made = date.get();
        }
        var until = made.plus(lifetime(headers, date.orElse(asked)));
        if (until.isBefore(asked)) {
            return asked;
        }
        return until.isAfter(asked.plus(LONGEST)) ? asked.plus(LONGEST) : until;
    }

    private static Duration lifetime(CachingHeaders headers, Instant date) {
        var control = CacheControl.of(headers.cacheControl());
        if (control.has("no-cache")) {
            return Duration.ZERO;
        }
        var seconds = control.seconds("s-maxage").or(() -> control.seconds("max-age"));
        if (seconds.isPresent()) {
            return Duration.ofSeconds(seconds.get());
        }
        return HttpDate.read(headers.expires())
                .filter(date::isBefore)
                .map(expires -> Duration.between(date, expires))
                .orElse(Duration.ZERO);
    }
}
