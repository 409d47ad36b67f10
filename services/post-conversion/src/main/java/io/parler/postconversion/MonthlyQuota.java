package io.parler.postconversion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/// How much an account may have spoken in a month (UTC).
public final class MonthlyQuota {
    private final Quotas quotas;
    private final long limit;
    private final InstantSource clock;

    public MonthlyQuota(Quotas quotas, long limit, InstantSource clock) {
        this.quotas = quotas;
        this.limit = limit;
        this.clock = clock;
    }

    /// What a page will cost is not known before it is read, so it counts as one character here.
    Optional<Outcome.QuotaExceeded> refuses(String accountId, Source source) {
        Instant now = clock.instant();
        YearMonth month = month(now);
        long used = quotas.used(accountId, month);
        long asked = source instanceof Source.Text text ? text.characters() : 1;
        if (used + asked <= limit) {
            return Optional.empty();
        }
        Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Optional.of(new Outcome.QuotaExceeded(limit, used, Duration.between(now, next)));
    }

    static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }
}
