package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.MediaTools;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Audio has the loudness that is set, as ffmpeg measures it.
class LoudnessIT {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"-16, 400", "-16, 16384", "-19, 400", "-19, 16384", "-23, 400", "-23, 16384"})
    void audioThatIsTooLoudOrTooQuietGetsTheLoudnessThatIsSet(int lufs, int amplitude)
            throws IOException {
        Mp3 audio = Mp3.of(Tone.of(24_000, 5, 1_000, amplitude));
        LoudnessPlan.Measured chunk =
                new LoudnessPlan.Measured(AudioAnalysis.of(audio).orElseThrow(), 5);
        int steps = LoudnessPlan.of(List.of(chunk), new LoudnessTarget(lufs)).steps(chunk);

        Path file = Files.write(folder.resolve("level.mp3"), audio.withGain(steps).bytes());

        assertThat(MediaTools.loudness(file)).isCloseTo(lufs, within(1.0));
    }
}
