package io.parler.postconversion;

import io.parler.request.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// The characters an account may have synthesized in a month (UTC).
public final class MonthlyQuota {
    private final UsageStore usage;
    private final long limit;
    private final InstantSource clock;

    public MonthlyQuota(UsageStore usage, long limit, InstantSource clock) {
        this.usage = usage;
        this.limit = limit;
        this.clock = clock;
    }

    /// Empty while the quota suffices. The length of a page is not known before it is fetched, so
    /// a page counts as one character here.
    Optional<Outcome.QuotaExceeded> check(String accountId, Source.Requested source) {
        Instant now = clock.instant();
        YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        long used = usage.get(accountId, month);
        long requested = source instanceof Source.Text text ? text.characters() : 1;
        if (used + requested <= limit) {
            return Optional.empty();
        }
        Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Optional.of(new Outcome.QuotaExceeded(limit, used, Duration.between(now, next)));
    }
}
