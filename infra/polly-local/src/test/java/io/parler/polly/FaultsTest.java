package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parler.polly.Faults.Fate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void theSameSeedHitsTheSameCalls() {
        assertThat(fates(new Faults(0, .3, .2, .1, 7)))
                .isEqualTo(fates(new Faults(0, .3, .2, .1, 7)));
        assertThat(fates(new Faults(0, .3, .2, .1, 7)))
                .isNotEqualTo(fates(new Faults(0, .3, .2, .1, 8)));
    }

    @Test
    void eachFaultComesAboutAsOftenAsAsked() {
        List<Fate> fates = fates(new Faults(0, .3, .2, .1, 1));
        assertThat(count(fates, Fate.THROTTLED)).isBetween(270L, 330L);
        assertThat(count(fates, Fate.FAILED)).isBetween(170L, 230L);
        assertThat(count(fates, Fate.CUT)).isBetween(75L, 125L);
    }

    @Test
    void withoutRatesEveryCallIsServed() {
        assertThat(fates(Faults.NONE)).containsOnly(Fate.SERVED);
    }

    @Test
    void ratesThatAreNoPartsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Faults(0, .6, .6, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Faults(-1, 0, 0, 0, 1));
    }

    private static List<Fate> fates(Faults faults) {
        return LongStream.range(0, 1000).mapToObj(faults::fate).toList();
    }

    private static long count(List<Fate> fates, Fate wanted) {
        return fates.stream().filter(wanted::equals).count();
    }
}
