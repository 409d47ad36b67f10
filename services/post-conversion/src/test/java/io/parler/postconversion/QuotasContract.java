package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.testing.Concurrently;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every implementation of [Quotas] promises.
public abstract class QuotasContract {
    protected static final YearMonth MONTH = YearMonth.of(2026, 11);

    protected abstract Quotas quotas();

    @Test
    void nothingIsUsedBeforeAConversionIsCounted() {
        assertThat(quotas().used("public", MONTH)).isZero();
    }

    @Test
    void theConversionsOfAMonthAddUp() {
        assertThat(quotas().count(id(1), "public", MONTH, 2_764)).isTrue();
        assertThat(quotas().count(id(2), "public", MONTH, 236)).isTrue();

        assertThat(quotas().used("public", MONTH)).isEqualTo(3_000);
    }

    @Test
    void aConversionIsCountedOnce() {
        quotas().count(id(1), "public", MONTH, 2_764);

        assertThat(quotas().count(id(1), "public", MONTH, 2_764)).isFalse();
        assertThat(quotas().count(id(1), "public", MONTH, 5)).isFalse();

        assertThat(quotas().used("public", MONTH)).isEqualTo(2_764);
    }

    @Test
    void aConversionIsNotCountedAgainInTheNextMonth() {
        quotas().count(id(1), "public", MONTH, 2_764);

        assertThat(quotas().count(id(1), "public", MONTH.plusMonths(1), 2_764)).isFalse();

        assertThat(quotas().used("public", MONTH.plusMonths(1))).isZero();
    }

    @Test
    void accountsAndMonthsAreCountedApart() {
        quotas().count(id(1), "public", MONTH, 1);
        quotas().count(id(2), "somebody", MONTH, 20);
        quotas().count(id(3), "public", MONTH.plusMonths(1), 300);

        assertThat(quotas().used("public", MONTH)).isEqualTo(1);
        assertThat(quotas().used("somebody", MONTH)).isEqualTo(20);
        assertThat(quotas().used("public", MONTH.plusMonths(1))).isEqualTo(300);
    }

    @Test
    void ofManyWhoCountOneConversionAtOnceOneDoes() {
        assertThat(Concurrently.run(16, _ -> count(id(1), 100))).containsOnlyOnce(true);

        assertThat(quotas().used("public", MONTH)).isEqualTo(100);
    }

    @Test
    void conversionsThatAreCountedAtOnceAreAllCounted() {
        assertThat(Concurrently.run(16, i -> count(id(i), 1 << i))).containsOnly(true);

        assertThat(quotas().used("public", MONTH)).isEqualTo((1 << 16) - 1);
    }

    /// Tries again after an outage, as a redelivered event does: writes of one month may collide.
    private boolean count(UUID id, int characters) {
        while (true) {
            try {
                return quotas().count(id, "public", MONTH, characters);
            } catch (Outage _) {
                Thread.onSpinWait();
            }
        }
    }

    protected static UUID id(int number) {
        return new UUID(0, number);
    }
}
