package io.parler.polly.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
    private static final int SOURCE = 48_000;

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 44_100, 48_000})
    void aToneKeepsItsLevelAndItsLength(int target) {
        float[] result = Resampler.from(SOURCE, target).resample(tone(1_000, SOURCE));
        assertThat(result).hasSize(target);
        assertThat(rms(result, target / 10, target * 9 / 10))
                .isEqualTo(Math.sqrt(.5) * .5, within(.002));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 22_050, 24_000})
    void frequenciesAboveTheNewRateAreRemovedAndNotAliased(int target) {
        float[] result = Resampler.from(SOURCE, target).resample(tone(target * .62, SOURCE));
        assertThat(rms(result, target / 10, target * 9 / 10)).isLessThan(.0002);
    }

    @Test
    void noSamplesGiveNoSamples() {
        assertThat(Resampler.from(SOURCE, 22_050).resample(new float[0])).isEmpty();
    }

    private static float[] tone(double hertz, int samples) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (.5 * Math.sin(2 * Math.PI * hertz * i / SOURCE));
        }
        return tone;
    }

    private static double rms(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return Math.sqrt(sum / (to - from));
    }
}
