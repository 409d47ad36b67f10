package io.parler.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.bench.scale.AccountSizes.AccountClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
    private static final long CONVERSIONS = 5_000;

    @ParameterizedTest
    @CsvSource({"10, 1", "1000, 2", "100000, 3", "10000000, 4"})
    void everyConversionHasEndedOrIsInWorkOrWaits(long perDay, long seed) {
        Observations seen = new Simulation(scenario(perDay, seed), CONVERSIONS).run();

        assertThat(seen.arrived()).isPositive();
        assertThat(seen.done() + seen.working() + seen.waiting()).isEqualTo(seen.arrived());
        assertThat(seen.working()).isBetween(0, 2);
    }

    @Test
    void theSameSeedGivesTheSameDay() {
        Scenario scenario = scenario(20_000, 7);

        Observations first = new Simulation(scenario, CONVERSIONS).run();
        Observations second = new Simulation(scenario, CONVERSIONS).run();

        assertThat(second.calls()).isEqualTo(first.calls());
        assertThat(second.wait(AccountClass.SMALL, 0.99))
                .isEqualTo(first.wait(AccountClass.SMALL, 0.99));
        assertThat(new Simulation(scenario(20_000, 8), CONVERSIONS).run().calls())
                .isNotEqualTo(first.calls());
    }

    @Test
    void anIdleInstallationLetsNobodyWait() {
        Observations seen = new Simulation(scenario(10, 1), CONVERSIONS).run();

        assertThat(seen.wait(AccountClass.LARGEST, 1)).isZero();
        assertThat(seen.done()).isEqualTo(seen.arrived());
    }

    @Test
    void anOverloadedVoiceIsCalledAsOftenAsItsQuotaAllows() {
        Observations seen = new Simulation(scenario(1_000_000, 1), CONVERSIONS).run();
        double allowed = 8 * seen.window().seconds();

        assertThat((double) seen.calls()).isBetween(0.7 * allowed, allowed + 1);
        assertThat(seen.waiting()).isPositive();
    }

    @Test
    void callsInFlightAreLimited() {
        Scenario slow =
                new Scenario(
                        1_000_000,
                        100,
                        1,
                        20,
                        0,
                        0,
                        new Scenario.Voice(100, 4, 2),
                        50,
                        100,
                        1_000,
                        1);

        Observations seen = new Simulation(slow, CONVERSIONS).run();

        assertThat((double) seen.calls())
                .isLessThanOrEqualTo(4 / 2.0 * seen.window().seconds() + 4);
    }

    @Test
    void aSmallAccountWaitsLessThanALargeOneWithABacklog() {
        Observations seen = new Simulation(scenario(60_000, 1), 100_000).run();

        assertThat(seen.waiting()).isPositive();
        assertThat(seen.wait(AccountClass.SMALL, 0.5))
                .isLessThan(seen.wait(AccountClass.LARGEST, 0.5));
    }

    @Test
    void theDayHasAsManyArrivalsAsWereAskedFor() {
        int perDay = 50_000;
        Observations seen = new Simulation(scenario(perDay, 1), perDay).run();

        assertThat((double) seen.arrived()).isCloseTo(perDay, within(5 * Math.sqrt(perDay)));
    }

    /// 1 s of preparation, 19 more calls at 8 a second, 0.6 s for the last one, 0.7 s to publish.
    @Test
    void theTimeOfAWorkerAddsUp() {
        assertThat(Simulation.workSeconds(scenario(10, 1), 20))
                .isCloseTo(1 + 19 / 8.0 + 0.6 + 0.7, within(1e-9));
    }

    static Scenario scenario(long perDay, long seed) {
        return new Scenario(
                perDay, 100, 1, 20, 20, 0.2, new Scenario.Voice(8, 18, 0.6), 2, 8, 1_000, seed);
    }
}
