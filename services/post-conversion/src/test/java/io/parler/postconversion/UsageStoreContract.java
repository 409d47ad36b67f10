package io.parler.postconversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.problem.UnavailableException;
import io.parler.testing.Concurrently;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every implementation of [UsageStore] promises.
public abstract class UsageStoreContract {
    protected static final YearMonth MONTH = YearMonth.of(2026, 11);

    protected abstract UsageStore usage();

    @Test
    void nothingIsUsedBeforeAConversionIsCounted() {
        assertThat(usage().get("public", MONTH)).isZero();
    }

    @Test
    void theConversionsOfAMonthAddUp() {
        assertThat(usage().add(id(1), "public", MONTH, 2_764)).isTrue();
        assertThat(usage().add(id(2), "public", MONTH, 236)).isTrue();

        assertThat(usage().get("public", MONTH)).isEqualTo(3_000);
    }

    @Test
    void aConversionIsCountedOnce() {
        usage().add(id(1), "public", MONTH, 2_764);

        assertThat(usage().add(id(1), "public", MONTH, 2_764)).isFalse();
        assertThat(usage().add(id(1), "public", MONTH, 5)).isFalse();

        assertThat(usage().get("public", MONTH)).isEqualTo(2_764);
    }

    @Test
    void aConversionIsNotCountedAgainInTheNextMonth() {
        usage().add(id(1), "public", MONTH, 2_764);

        assertThat(usage().add(id(1), "public", MONTH.plusMonths(1), 2_764)).isFalse();

        assertThat(usage().get("public", MONTH.plusMonths(1))).isZero();
    }

    @Test
    void accountsAndMonthsAreCountedApart() {
        usage().add(id(1), "public", MONTH, 1);
        usage().add(id(2), "somebody", MONTH, 20);
        usage().add(id(3), "public", MONTH.plusMonths(1), 300);

        assertThat(usage().get("public", MONTH)).isEqualTo(1);
        assertThat(usage().get("somebody", MONTH)).isEqualTo(20);
        assertThat(usage().get("public", MONTH.plusMonths(1))).isEqualTo(300);
    }

    @Test
    void ofManyWhoCountOneConversionAtOnceOneDoes() {
        assertThat(Concurrently.run(16, _ -> count(id(1), 100))).containsOnlyOnce(true);

        assertThat(usage().get("public", MONTH)).isEqualTo(100);
    }

    @Test
    void conversionsThatAreCountedAtOnceAreAllCounted() {
        assertThat(Concurrently.run(16, i -> count(id(i), 1 << i))).containsOnly(true);

        assertThat(usage().get("public", MONTH)).isEqualTo((1 << 16) - 1);
    }

    /// Tries again after an outage, as a redelivered event does: writes of one month may collide.
    private boolean count(UUID id, int characters) {
        while (true) {
            try {
                return usage().add(id, "public", MONTH, characters);
            } catch (UnavailableException _) {
                Thread.onSpinWait();
            }
        }
    }

    protected static UUID id(int number) {
        return new UUID(0, number);
    }
}
