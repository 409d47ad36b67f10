package io.parler.postconversion.usage;

import io.parler.id.AccountId;
import io.parler.request.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.UUID;

/// The characters of the current month (UTC): those of each account, and those of the installation.
public final class Quota {
    /// Reserved for a page, because its length is not known before it is fetched.
    static final long PAGE_ESTIMATE = 8_000;

    private final UsageStore store;
    private final UsageLedger ledger;
    private final MonthlyCaps defaults;
    private final InstantSource clock;

    /// @param defaults the cap of an account that has none of its own, and the installation's
    public Quota(UsageStore store, MonthlyCaps defaults, InstantSource clock) {
        this.store = store;
        this.ledger = new UsageLedger(store);
        this.defaults = defaults;
        this.clock = clock;
    }

    /// Reserves the characters of a text, or an estimate for a page: what is left, if that is
    /// less.
    ///
    /// @param ownCap the account's own cap
    public Reservation reserve(
            UUID conversion, AccountId account, OptionalLong ownCap, Source.Requested source) {
        CharacterRange characters =
                source instanceof Source.Text text
                        ? CharacterRange.exactly(text.characters())
                        : new CharacterRange(1, PAGE_ESTIMATE);
        return ledger.reserve(conversion, account, month(), characters, caps(ownCap));
    }

    /// Reserves what a conversion was quoted, or nothing. It is not billed more than that.
    ///
    /// @param ownCap the account's own cap
    public Reservation reserveQuoted(
            UUID conversion, AccountId account, OptionalLong ownCap, long quoted) {
        return ledger.reserveQuoted(conversion, account, month(), quoted, caps(ownCap));
    }

    /// Sets the reservation of an accepted conversion to what it will be billed.
    public Reservation resize(UUID conversion, AccountId account, long exact) {
        return ledger.resize(conversion, account, month(), exact, defaults);
    }

    public boolean release(UUID conversion) {
        return ledger.release(conversion);
    }

    /// The month so far.
    public MonthlyReport report(AccountId account, OptionalLong ownCap) {
        YearMonth month = month();
        MonthlyCaps caps = caps(ownCap);
        return new MonthlyReport(
                month,
                end(month),
                caps.account(),
                store.get(account, month),
                store.usedByAll(month) >= caps.installation());
    }

    /// When the current month ends, and the caps start again.
    public Instant endOfMonth() {
        return end(month());
    }

    private MonthlyCaps caps(OptionalLong own) {
        return new MonthlyCaps(own.orElse(defaults.account()), defaults.installation());
    }

    private YearMonth month() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
