package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.Mp3;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoudnessPlanTest {
    @ParameterizedTest
    @ValueSource(doubles = {-45, -33.3, -26, -19.7, -19, -14, -8})
    void everyChunkGetsTheSameLoudness(double loudness) {
        LoudnessPlan.Measured chunk = chunk(loudness, loudness + 12, 5);
        int steps = LoudnessPlan.of(List.of(chunk), LoudnessTarget.DEFAULT).steps(chunk);

        assertThat(loudness + steps * Mp3.GAIN_STEP).isCloseTo(-19, within(0.76));
    }

    @Test
    void noChunkIsDistorted() {
        LoudnessPlan.Measured chunk = chunk(-30, -5, 5);
        int steps = LoudnessPlan.of(List.of(chunk), LoudnessTarget.DEFAULT).steps(chunk);

        assertThat(-5 + steps * Mp3.GAIN_STEP).isLessThanOrEqualTo(-1);
        assertThat(steps).isEqualTo(2);
    }

    @Test
    void audioThatIsTooLoudIsMadeQuieter() {
        LoudnessPlan.Measured chunk = chunk(-19, 0.5, 5);

        assertThat(LoudnessPlan.of(List.of(chunk), LoudnessTarget.DEFAULT).steps(chunk))
                .isEqualTo(-1);
    }

    @Test
    void chunksWithHighPeaksAreAsLoudAsTheirNeighbors() {
        LoudnessPlan.Measured even = chunk(-25, -11, 20);
        LoudnessPlan.Measured peaky = chunk(-25, -7.5, 20);
        LoudnessPlan plan = LoudnessPlan.of(List.of(even, peaky, even), new LoudnessTarget(-16));

        assertThat(plan.steps(even)).isEqualTo(plan.steps(peaky)).isEqualTo(4);
    }

    @Test
    void oneChunkOfManyDoesNotMakeAllQuieter() {
        LoudnessPlan.Measured even = chunk(-25, -13, 20);
        LoudnessPlan.Measured peaky = chunk(-25, -4.5, 20);
        List<LoudnessPlan.Measured> chunks = new ArrayList<>(Collections.nCopies(10, even));
        chunks.add(peaky);
        LoudnessPlan plan = LoudnessPlan.of(chunks, new LoudnessTarget(-16));

        assertThat(plan.steps(even)).isEqualTo(6);
        assertThat(plan.steps(peaky)).isEqualTo(2);
    }

    @Test
    void anExtremePeakDoesNotMakeAllQuieterThanTheDefault() {
        LoudnessPlan.Measured even = chunk(-29, -20, 20);
        LoudnessPlan.Measured peaky = chunk(-29, -2, 20);
        LoudnessPlan plan = LoudnessPlan.of(List.of(even, peaky), new LoudnessTarget(-16));

        assertThat(plan.steps(even)).isEqualTo(7);
        assertThat(plan.steps(peaky)).isZero();
    }

    @Test
    void aShortChunkIsChangedLikeTheOthers() {
        LoudnessPlan.Measured title = chunk(-32, -20, 0.6);
        LoudnessPlan.Measured text = chunk(-25, -12, 20);
        LoudnessPlan plan = LoudnessPlan.of(List.of(title, text), LoudnessTarget.DEFAULT);

        assertThat(plan.steps(title)).isEqualTo(plan.steps(text)).isEqualTo(4);
    }

    @Test
    void silenceStaysSilent() {
        LoudnessPlan.Measured silence = chunk(AudioAnalysis.SILENT, AudioAnalysis.SILENT, 3);

        assertThat(LoudnessPlan.of(List.of(silence), LoudnessTarget.DEFAULT).steps(silence))
                .isZero();
    }

    private static LoudnessPlan.Measured chunk(double loudness, double peak, double seconds) {
        return new LoudnessPlan.Measured(new AudioAnalysis(loudness, peak, List.of()), seconds);
    }
}
