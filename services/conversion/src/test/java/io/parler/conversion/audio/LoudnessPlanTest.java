package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.Mp3;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessPlanTest {
    @ParameterizedTest
    @ValueSource(doubles = {-45, -33.3, -26, -19.7, -19, -14, -8})
    void everyChunkGetsTheSameLoudness(double loudness) {
        LoudnessPlan.Measured chunk = chunk(loudness, loudness + 12, 5);
        int steps = LoudnessPlan.of(List.of(chunk)).steps(chunk);

        assertThat(loudness + steps * Mp3.GAIN_STEP).isCloseTo(-19, within(0.76));
    }

    @Test
    void noChunkIsDistorted() {
        LoudnessPlan.Measured chunk = chunk(-30, -5, 5);
        int steps = LoudnessPlan.of(List.of(chunk)).steps(chunk);

        assertThat(-5 + steps * Mp3.GAIN_STEP).isLessThanOrEqualTo(-1);
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void audioThatIsTooLoudIsMadeQuieter() {
        LoudnessPlan.Measured chunk = chunk(-19, 0.5, 5);

        assertThat(LoudnessPlan.of(List.of(chunk)).steps(chunk)).isEqualTo(-1);
    }

    @Test
    void aShortChunkIsChangedLikeTheOthers() {
        LoudnessPlan.Measured title = chunk(-32, -20, 0.6);
        LoudnessPlan.Measured text = chunk(-25, -12, 20);
        LoudnessPlan plan = LoudnessPlan.of(List.of(title, text));

        assertThat(plan.steps(title)).isEqualTo(plan.steps(text)).isEqualTo(4);
    }

    @Test
    void silenceStaysSilent() {
        LoudnessPlan.Measured silence = chunk(AudioAnalysis.SILENT, AudioAnalysis.SILENT, 3);

        assertThat(LoudnessPlan.of(List.of(silence)).steps(silence)).isZero();
    }

    private static LoudnessPlan.Measured chunk(double loudness, double peak, double seconds) {
        return new LoudnessPlan.Measured(new AudioAnalysis(loudness, peak, List.of()), seconds);
    }
}
