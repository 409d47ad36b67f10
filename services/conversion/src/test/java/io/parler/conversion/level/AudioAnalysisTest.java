package io.parler.conversion.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioAnalysisTest {
    /// BS.1770: a sine of 1 kHz at full scale in one channel has -3.01 LUFS; LAME makes it 0.45 dB
    /// quieter.
    @ParameterizedTest
    @CsvSource({"24000, 1000, 16384", "22050, 1000, 3277", "44100, 1000, 328", "16000, 1000, 8192"})
    void aSineHasTheLoudnessOfTheStandard(int sampleRate, int hertz, int amplitude) {
        AudioAnalysis analysis = analysis(Tone.of(sampleRate, 3, hertz, amplitude));
        double decibels = 20 * Math.log10(amplitude / 32_768.0);

        assertThat(analysis.loudness()).isCloseTo(decibels - 3.01, within(0.6));
        assertThat(analysis.peak()).isCloseTo(decibels, within(0.6));
    }

    @Test
    void silenceHasNoLoudness() {
        AudioAnalysis analysis =
                AudioAnalysis.of(Mp3.silence(new FrameHeader(0xfff364c4), 100)).orElseThrow();

        assertThat(analysis.loudness()).isEqualTo(AudioAnalysis.SILENT);
        assertThat(analysis.peak()).isEqualTo(AudioAnalysis.SILENT);
    }

    @Test
    void aPauseBetweenTwoTonesIsFound() {
        Mp3 audio =
                Mp3.of(
                        Tone.concat(
                                Tone.of(24_000, 1, 440),
                                Mp3.silence(new FrameHeader(0xfff364c4), 20).bytes(),
                                Tone.of(24_000, 1, 440)));

        assertThat(AudioAnalysis.of(audio).orElseThrow().pauses())
                .filteredOn(pause -> pause.start() > 500 && pause.end() < 2_000)
                .singleElement()
                .satisfies(
                        pause -> {
                            assertThat(pause.length()).isBetween(400, 700);
                            assertThat(pause.start()).isBetween(980, 1_120);
                        });
    }

    @ParameterizedTest
    @CsvSource({"24000, 4", "24000, -7", "44100, 5", "22050, -2"})
    void aStepOfTheVolumeIsOneAndAHalfDecibels(int sampleRate, int steps) {
        Mp3 audio = Mp3.of(Tone.of(sampleRate, 2, 700, 3_000));
        Mp3 changed = audio.withGain(steps);

        assertThat(changed.run()).isEqualTo(audio.run());
        assertThat(analysis(changed.bytes()).loudness())
                .isCloseTo(
                        analysis(audio.bytes()).loudness() + steps * Mp3.GAIN_STEP, within(0.05));
        assertThat(changed.withGain(-steps).bytes()).isEqualTo(audio.bytes());
    }

    private static AudioAnalysis analysis(byte[] mp3) {
        return AudioAnalysis.of(Mp3.of(mp3)).orElseThrow();
    }
}
