package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.level.AudioAnalysis.Pause;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceTimesTest {
    @Test
    void aSentenceStartsAfterThePauseNearestToItsShare() {
        assertThat(
                        SentenceTimes.of(
                                new int[] {20, 40, 20},
                                List.of(
                                        new Pause(0, 60),
                                        new Pause(1_350, 1_750),
                                        new Pause(4_300, 4_700)),
                                6_000))
                .hasValue(new double[] {1_750, 4_700});
    }

    @Test
    void aShortPauseAtACommaIsNoEndOfASentence() {
        assertThat(
                        SentenceTimes.of(
                                new int[] {30, 30},
                                List.of(new Pause(2_000, 2_080), new Pause(2_400, 2_900)),
                                5_000))
                .hasValue(new double[] {2_900});
    }

    @Test
    void aSlowBeginningShiftsAllSentences() {
        assertThat(
                        SentenceTimes.of(
                                new int[] {20, 20, 20, 20},
                                List.of(
                                        new Pause(2_000, 2_400),
                                        new Pause(3_700, 4_100),
                                        new Pause(5_300, 5_700)),
                                7_000))
                .hasValue(new double[] {2_400, 4_100, 5_700});
    }

    @Test
    void withoutEnoughPausesNothingIsKnown() {
        assertThat(SentenceTimes.of(new int[] {20, 20, 20}, List.of(new Pause(900, 1_200)), 3_000))
                .isEmpty();
        assertThat(SentenceTimes.of(new int[] {20, 20}, List.of(), 3_000)).isEmpty();
    }
}
