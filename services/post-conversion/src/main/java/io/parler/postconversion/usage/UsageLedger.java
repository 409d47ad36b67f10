package io.parler.postconversion.usage;

import io.parler.id.AccountId;
import io.parler.postconversion.usage.StoredReservation.State;
import io.parler.problem.UnavailableException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/// Reserves, counts and gives back the characters of conversions, each at most once, in whatever
/// order and however often the calls arrive.
public final class UsageLedger {
    /// Of one conversion, so few callers compete for it.
    private static final int MAX_ATTEMPTS = 8;

    private final UsageStore store;

    public UsageLedger(UsageStore store) {
        this.store = store;
    }

    /// Sets characters aside for a conversion. The answer for one that has them already is the
    /// same again.
    public Reservation reserve(
            UUID conversion,
            AccountId account,
            YearMonth month,
            CharacterRange characters,
            MonthlyCaps caps) {
        return reserve(conversion, account, month, characters, caps, OptionalLong.empty());
    }

    /// Sets exactly the quoted characters aside; the conversion will not be billed more.
    public Reservation reserveQuoted(
            UUID conversion, AccountId account, YearMonth month, long quoted, MonthlyCaps caps) {
        return reserve(
                conversion,
                account,
                month,
                CharacterRange.exactly(quoted),
                caps,
                OptionalLong.of(quoted));
    }

    private Reservation reserve(
            UUID conversion,
            AccountId account,
            YearMonth month,
            CharacterRange characters,
            MonthlyCaps caps,
            OptionalLong quoted) {
        Optional<StoredReservation> before = Optional.empty(); // it is new, but for retries
        long wanted = characters.max();
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            if (before.isPresent() && !before.get().is(State.RELEASED)) {
                return new Reservation.Granted(before.get().characters());
            }
            StoredReservation after =
                    new StoredReservation(
                            account, month, wanted, caps.account(), State.RESERVED, quoted);
            switch (store.apply(reservation(conversion, before, after, caps))) {
                case UsageStore.Result.Applied _ -> {
                    return new Reservation.Granted(wanted);
                }
                case UsageStore.Result.Outdated _ -> before = store.reservation(conversion);
                case UsageStore.Result.CapReached(MonthlyCaps.Cap cap, long used) -> {
                    long left = caps.of(cap) - used;
                    if (left < characters.min() || left >= wanted) {
                        return new Reservation.Refused(cap, caps.of(cap), used);
                    }
                    wanted = left;
                }
            }
        }
        throw busy();
    }

    /// Sets a reservation to the exact number, in its own month and under its own cap. One that is
    /// missing or was given back is made.
    public Reservation resize(
            UUID conversion, AccountId account, YearMonth month, long exact, MonthlyCaps caps) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<StoredReservation> before = store.reservation(conversion);
            OptionalLong quoted =
                    before.map(StoredReservation::quoted).orElseGet(OptionalLong::empty);
            if (quoted.isPresent() && exact > quoted.getAsLong()) {
                return new Reservation.AboveQuote(quoted.getAsLong(), exact);
            }
            if (before.isEmpty() || before.get().is(State.RELEASED)) {
                return reserve(
                        conversion,
                        account,
                        month,
                        CharacterRange.exactly(exact),
                        before.map(b -> new MonthlyCaps(b.accountCap(), caps.installation()))
                                .orElse(caps),
                        quoted);
            }
            StoredReservation held = before.get();
            if (held.is(State.SETTLED) || held.characters() == exact) {
                return new Reservation.Granted(exact);
            }
            MonthlyCaps own = new MonthlyCaps(held.accountCap(), caps.installation());
            switch (store.apply(
                    reservation(conversion, before, held.with(exact, State.RESERVED), own))) {
                case UsageStore.Result.Applied _ -> {
                    return new Reservation.Granted(exact);
                }
                case UsageStore.Result.Outdated _ -> {}
                case UsageStore.Result.CapReached(MonthlyCaps.Cap cap, long used) -> {
                    return new Reservation.Refused(cap, own.of(cap), used);
                }
            }
        }
        throw busy();
    }

    private static UsageChange reservation(
            UUID conversion,
            Optional<StoredReservation> before,
            StoredReservation after,
            MonthlyCaps caps) {
        long held =
                before.filter(b -> b.is(State.RESERVED))
                        .map(StoredReservation::characters)
                        .orElse(0L);
        long more = after.characters() - held;
        return new UsageChange(
                conversion,
                before,
                after,
                more,
                more,
                Optional.empty(),
                more > 0 ? Optional.of(caps) : Optional.empty());
    }

    /// Counts what a conversion was billed, in the month of its reservation or, if it has none, in
    /// `month`. False when it was counted before.
    public boolean settle(UUID conversion, AccountId account, YearMonth month, Bill bill) {
        return end(
                conversion,
                before -> {
                    long held =
                            before.filter(b -> b.is(State.RESERVED))
                                    .map(StoredReservation::characters)
                                    .orElse(0L);
                    StoredReservation after =
                            before.map(b -> b.with(bill.characters(), State.SETTLED))
                                    .orElseGet(
                                            () ->
                                                    new StoredReservation(
                                                            account,
                                                            month,
                                                            bill.characters(),
                                                            0,
                                                            State.SETTLED));
                    return before.filter(b -> b.is(State.SETTLED)).isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new UsageChange(
                                            conversion,
                                            before,
                                            after,
                                            bill.characters() - held,
                                            -held,
                                            Optional.of(bill),
                                            Optional.empty()));
                });
    }

    /// Gives back what is reserved for a conversion. False when nothing is.
    public boolean release(UUID conversion) {
        return end(
                conversion,
                before ->
                        before.filter(b -> b.is(State.RESERVED))
                                .map(
                                        b ->
                                                new UsageChange(
                                                        conversion,
                                                        before,
                                                        b.with(0, State.RELEASED),
                                                        -b.characters(),
                                                        -b.characters(),
                                                        Optional.empty(),
                                                        Optional.empty())));
    }

    private boolean end(
            UUID conversion, Function<Optional<StoredReservation>, Optional<UsageChange>> change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<UsageChange> next = change.apply(store.reservation(conversion));
            if (next.isEmpty()) {
                return false;
            }
            if (store.apply(next.get()) instanceof UsageStore.Result.Applied) {
                return true;
            }
        }
        throw busy();
    }

    private static UnavailableException busy() {
        return new UnavailableException("the reservation of a conversion changes too often");
    }
}
