package io.parler.polly.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parler.polly.http.FaultInjection.Outcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultInjectionTest {

    @Test
    void theSameSeedAffectsTheSameCalls() {
        assertThat(outcomes(new FaultInjection(0, .3, .2, .1, 7)))
                .isEqualTo(outcomes(new FaultInjection(0, .3, .2, .1, 7)));
        assertThat(outcomes(new FaultInjection(0, .3, .2, .1, 7)))
                .isNotEqualTo(outcomes(new FaultInjection(0, .3, .2, .1, 8)));
    }

    @Test
    void eachFaultHasItsConfiguredRate() {
        List<Outcome> outcomes = outcomes(new FaultInjection(0, .3, .2, .1, 1));
        assertThat(count(outcomes, Outcome.THROTTLED)).isBetween(270L, 330L);
        assertThat(count(outcomes, Outcome.FAILED)).isBetween(170L, 230L);
        assertThat(count(outcomes, Outcome.CUT)).isBetween(75L, 125L);
    }

    @Test
    void withoutRatesEveryCallIsServed() {
        assertThat(outcomes(FaultInjection.NONE)).containsOnly(Outcome.SERVED);
    }

    @Test
    void invalidRatesAreRejected() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FaultInjection(0, .6, .6, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FaultInjection(-1, 0, 0, 0, 1));
    }

    private static List<Outcome> outcomes(FaultInjection faults) {
        return LongStream.range(0, 1000).mapToObj(faults::outcome).toList();
    }

    private static long count(List<Outcome> outcomes, Outcome wanted) {
        return outcomes.stream().filter(wanted::equals).count();
    }
}
