package io.parler.postconversion.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parler.id.AccountId;
import io.parler.problem.UnavailableException;
import io.parler.testing.Concurrently;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// What the ledger promises on every implementation of [UsageStore].
public abstract class UsageStoreContract {
    protected static final YearMonth MONTH = YearMonth.of(2026, 11);
    private static final YearMonth NEXT = YearMonth.of(2026, 12);
    protected static final AccountId OTHER = AccountId.of("acc_q7c2mzk4w5tdx3hb");
    private static final MonthlyCaps CAPS = new MonthlyCaps(1_000, 5_000);

    protected abstract UsageStore usage();

    protected UsageLedger ledger() {
        return new UsageLedger(usage());
    }

    @Test
    void nothingIsUsedBeforeAConversion() {
        assertThat(usage().get(AccountId.OWNER, MONTH)).isEqualTo(Usage.NONE);
        assertThat(usage().usedByAll(MONTH)).isZero();
        assertThat(usage().reservation(id(1))).isEmpty();
    }

    @Test
    void reservedCharactersAreUsed() {
        assertThat(reserve(id(1), 600)).isEqualTo(new Reservation.Granted(600));

        assertUsed(600, 600);
        assertThat(usage().usedByAll(MONTH)).isEqualTo(600);
    }

    @Test
    void aReservationThatWouldPassTheCapOfTheAccountIsRefused() {
        reserve(id(1), 600);

        assertThat(reserve(id(2), 401))
                .isEqualTo(new Reservation.Refused(MonthlyCaps.Cap.ACCOUNT, 1_000, 600));
        assertThat(reserve(id(3), 400)).isEqualTo(new Reservation.Granted(400));
        assertUsed(1_000, 1_000);
    }

    @Test
    void moreThanTheCapIsRefusedInANewMonthToo() {
        assertThat(reserve(id(1), 1_001))
                .isEqualTo(new Reservation.Refused(MonthlyCaps.Cap.ACCOUNT, 1_000, 0));
        assertThat(usage().reservation(id(1))).isEmpty();
    }

    @Test
    void noAccountPassesTheCapOfTheInstallation() {
        MonthlyCaps caps = new MonthlyCaps(1_000, 1_500);
        ledger().reserve(id(1), OTHER, MONTH, CharacterRange.exactly(900), caps);

        assertThat(
                        ledger().reserve(
                                        id(2),
                                        AccountId.OWNER,
                                        MONTH,
                                        CharacterRange.exactly(601),
                                        caps))
                .isEqualTo(new Reservation.Refused(MonthlyCaps.Cap.INSTALLATION, 1_500, 900));
        assertUsed(0, 0);
    }

    @Test
    void aRangeGetsWhatIsLeft() {
        reserve(id(1), 999);

        assertThat(reserve(id(2), new CharacterRange(1, 8_000)))
                .isEqualTo(new Reservation.Granted(1));
        assertThat(reserve(id(3), new CharacterRange(1, 8_000)))
                .isEqualTo(new Reservation.Refused(MonthlyCaps.Cap.ACCOUNT, 1_000, 1_000));
    }

    @Test
    void aRetryReservesNothingMore() {
        reserve(id(1), 600);

        assertThat(reserve(id(1), 600)).isEqualTo(new Reservation.Granted(600));
        assertUsed(600, 600);
    }

    @Test
    void aReservationIsSetToTheExactNumberWithinTheCap() {
        reserve(id(1), 600);

        assertThat(resize(id(1), 1_000)).isEqualTo(new Reservation.Granted(1_000));
        assertUsed(1_000, 1_000);
        assertThat(resize(id(1), 1_001))
                .isEqualTo(new Reservation.Refused(MonthlyCaps.Cap.ACCOUNT, 1_000, 1_000));
        assertThat(resize(id(1), 0)).isEqualTo(new Reservation.Granted(0));
        assertUsed(0, 0);
    }

    @Test
    void aReservationKeepsItsMonthAndTheCapOfItsAccount() {
        reserve(id(1), 600);
        MonthlyCaps others = new MonthlyCaps(9_999, 9_999);

        assertThat(ledger().resize(id(1), AccountId.OWNER, NEXT, 1_001, others))
                .isInstanceOf(Reservation.Refused.class);
        assertThat(ledger().resize(id(1), AccountId.OWNER, NEXT, 700, others))
                .isEqualTo(new Reservation.Granted(700));
        assertUsed(700, 700);
        assertThat(usage().get(AccountId.OWNER, NEXT)).isEqualTo(Usage.NONE);
    }

    @Test
    void aReservationThatIsMissingOrWasReleasedIsMade() {
        assertThat(resize(id(1), 300)).isEqualTo(new Reservation.Granted(300));
        reserve(id(2), 100);
        ledger().release(id(2));

        assertThat(resize(id(2), 200)).isEqualTo(new Reservation.Granted(200));
        assertThat(reserve(id(3), 501)).isInstanceOf(Reservation.Refused.class);
        assertUsed(500, 500);
    }

    @Test
    void aQuoteBindsAfterItsReservationWasReleasedAndMadeAgain() {
        ledger().reserveQuoted(id(1), AccountId.OWNER, MONTH, 300, CAPS);
        ledger().release(id(1));

        assertThat(resize(id(1), 200)).isEqualTo(new Reservation.Granted(200));
        assertThat(resize(id(1), 301)).isEqualTo(new Reservation.AboveQuote(300, 301));
        assertUsed(200, 200);
    }

    @Test
    void whatWasBilledReplacesWhatWasReserved() {
        reserve(id(1), 600);

        assertThat(settle(id(1), 250)).isTrue();

        assertUsed(250, 0);
        assertThat(usage().usedByAll(MONTH)).isEqualTo(250);
    }

    @Test
    void aConversionIsCountedOnceInTheMonthOfItsReservation() {
        reserve(id(1), 600);

        assertThat(ledger().settle(id(1), AccountId.OWNER, NEXT, bill(250))).isTrue();
        assertThat(settle(id(1), 250)).isFalse();
        assertThat(ledger().release(id(1))).isFalse();

        assertUsed(250, 0);
        assertThat(usage().get(AccountId.OWNER, NEXT)).isEqualTo(Usage.NONE);
    }

    @Test
    void aConversionWithoutAReservationIsCountedToo() {
        assertThat(settle(id(1), 250)).isTrue();
        assertThat(reserve(id(1), 600)).isInstanceOf(Reservation.Granted.class);
        assertThat(resize(id(1), 600)).isInstanceOf(Reservation.Granted.class);

        assertUsed(250, 0);
    }

    @Test
    void whatIsReleasedIsGivenBackOnce() {
        reserve(id(1), 600);
        reserve(id(2), 100);

        assertThat(ledger().release(id(1))).isTrue();
        assertThat(ledger().release(id(1))).isFalse();
        assertThat(ledger().release(id(3))).isFalse();

        assertUsed(100, 100);
        assertThat(usage().usedByAll(MONTH)).isEqualTo(100);
    }

    @Test
    void aConversionThatCompletesAfterItWasReleasedIsCounted() {
        reserve(id(1), 600);
        ledger().release(id(1));

        assertThat(settle(id(1), 600)).isTrue();

        assertUsed(600, 0);
    }

    @Test
    void voiceServicesAreCountedApart() {
        settle(id(1), 100);
        settle(id(2), 50);
        ledger().settle(
                        id(3),
                        AccountId.OWNER,
                        MONTH,
                        new Bill("openai", 7, new BigDecimal("0.0003")));

        Usage used = usage().get(AccountId.OWNER, MONTH);

        assertThat(used.bills())
                .extracting(Bill::service, Bill::characters)
                .containsExactly(tuple("openai", 7L), tuple("polly", 150L));
        assertThat(used.cost()).isEqualByComparingTo("0.0027");
    }

    @Test
    void accountsAreCountedApartAndTheInstallationTogether() {
        reserve(id(1), 1_000);
        ledger().reserve(id(2), OTHER, MONTH, CharacterRange.exactly(1_000), CAPS);

        assertThat(usage().get(OTHER, MONTH).used()).isEqualTo(1_000);
        assertUsed(1_000, 1_000);
        assertThat(usage().usedByAll(MONTH)).isEqualTo(2_000);
    }

    @Test
    void theMonthsOfADeletedAccountAreDeleted() {
        reserve(id(1), 10);
        ledger().reserve(id(2), OTHER, MONTH, CharacterRange.exactly(20), CAPS);

        usage().delete(OTHER);

        assertThat(usage().get(OTHER, MONTH)).isEqualTo(Usage.NONE);
        assertUsed(10, 10);
        assertThat(usage().usedByAll(MONTH)).isEqualTo(30);
    }

    /// The edge of a cap: room for one of two.
    @Test
    void ofTwoAtOnceAtTheEdgeOfTheCapOneIsAccepted200TimesInARow() {
        for (int round = 0; round < 200; round++) {
            AccountId account = AccountId.of("acc_" + round);
            int first = 2 * round + 1;
            List<Reservation> both =
                    Concurrently.run(
                            2,
                            i ->
                                    retried(
                                            () ->
                                                    ledger().reserve(
                                                                    id(first + i),
                                                                    account,
                                                                    MONTH,
                                                                    CharacterRange.exactly(501),
                                                                    new MonthlyCaps(
                                                                            1_000, 1_000_000))));

            assertThat(both)
                    .as("round %s", round)
                    .hasAtLeastOneElementOfType(Reservation.Granted.class)
                    .hasAtLeastOneElementOfType(Reservation.Refused.class);
            assertThat(usage().get(account, MONTH).used()).isEqualTo(501);
        }
    }

    @Test
    void twelveTextsAtOnceNeverPassTheCap() {
        List<Reservation> all = Concurrently.run(12, i -> retried(() -> reserve(id(i), 300)));

        assertThat(all).filteredOn(Reservation.Granted.class::isInstance).hasSize(3);
        assertUsed(900, 900);
    }

    /// As the worker does: each page first has an estimate, then its exact number.
    @Test
    void twelvePagesAtOnceNeverPassTheCap() {
        List<Reservation> all =
                Concurrently.run(
                        12,
                        i ->
                                retried(
                                        () ->
                                                reserve(id(i), new CharacterRange(1, 100))
                                                                instanceof Reservation.Granted
                                                        ? resize(id(i), 300)
                                                        : reserve(id(i), 300)));

        long granted = all.stream().filter(Reservation.Granted.class::isInstance).count();
        assertThat(granted).isLessThanOrEqualTo(3);
        assertThat(usage().get(AccountId.OWNER, MONTH).used()).isBetween(0L, 1_000L);
    }

    @Test
    void ofManyWhoSettleAConversionAtOnceOneDoes() {
        reserve(id(1), 600);

        assertThat(Concurrently.run(16, _ -> retried(() -> settle(id(1), 100))))
                .containsOnlyOnce(true);
        assertUsed(100, 0);
    }

    @Test
    void conversionsThatAreSettledAtOnceAreAllCounted() {
        assertThat(Concurrently.run(16, i -> retried(() -> settle(id(i), 1 << i))))
                .containsOnly(true);

        assertUsed((1 << 16) - 1, 0);
    }

    /// Tries again after an outage, as a caller does: writes of one month may collide.
    private static <T> T retried(Callable<T> work) {
        while (true) {
            try {
                return work.call();
            } catch (UnavailableException _) {
                Thread.onSpinWait();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void assertUsed(long used, long reserved) {
        Usage usage = usage().get(AccountId.OWNER, MONTH);
        assertThat(usage.used()).as("used").isEqualTo(used);
        assertThat(usage.reserved()).as("reserved").isEqualTo(reserved);
    }

    private Reservation reserve(UUID conversion, long characters) {
        return reserve(conversion, CharacterRange.exactly(characters));
    }

    private Reservation reserve(UUID conversion, CharacterRange characters) {
        return ledger().reserve(conversion, AccountId.OWNER, MONTH, characters, CAPS);
    }

    private Reservation resize(UUID conversion, long exact) {
        return ledger().resize(conversion, AccountId.OWNER, MONTH, exact, CAPS);
    }

    protected boolean settle(UUID conversion, long characters) {
        return ledger().settle(conversion, AccountId.OWNER, MONTH, bill(characters));
    }

    private static Bill bill(long characters) {
        return new Bill("polly", characters, BigDecimal.valueOf(16 * characters).movePointLeft(6));
    }

    protected static UUID id(int number) {
        return new UUID(0, number);
    }
}
