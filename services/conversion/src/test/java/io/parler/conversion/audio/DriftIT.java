package io.parler.conversion.audio;

import static io.parler.conversion.article.Blocks.anonymous;
import static io.parler.conversion.article.Blocks.paragraph;
import static io.parler.conversion.testing.ConversionInMemory.ID;
import static io.parler.conversion.testing.ConversionInMemory.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.article.Block;
import io.parler.conversion.mp3.MediaTools;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.mp3.Tone;
import io.parler.conversion.testing.ConversionInMemory;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SynthesizedSpeech;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The times of a transcript are right in an hour of audio.
class DriftIT {
    private static final int BLOCKS = 400;
    private static final int RATE = 8_000;
    private static final int LOUD = 1_000;

    /// The range around each start in which its sound is searched, in seconds.
    private static final double AROUND = 0.3;

    /// The delay of the sound after the start of a block: 46 ms of the codec, and the rise of a
    /// tone.
    private static final double MOST = 0.050;

    @TempDir private Path folder;

    @Test
    void afterAnHourEachBlockStartsWhereTheTranscriptSays()
            throws IOException, InterruptedException {
        List<Mp3> tones =
                IntStream.range(0, 5)
                        .mapToObj(i -> Mp3.of(Tone.of(24_000, 8.3 + 0.37 * i, 500)))
                        .toList();
        ConversionInMemory conversion = new ConversionInMemory(anonymous("T", paragraphs()));
        for (int i = 0; i <= BLOCKS; i++) {
            conversion.voice.respondFirstWith(
                    new CallResult.Success<>(SynthesizedSpeech.of(tones.get(i % tones.size())), 1));
        }

        Audiobook book = conversion.completed(job(ID));

        assertThat(book.audio().seconds()).isGreaterThan(3_600);
        Path file = Files.write(folder.resolve("hour.mp3"), conversion.output.audio());
        short[] samples = MediaTools.samples(file, RATE);
        assertThat((double) samples.length / RATE).isCloseTo(book.audio().seconds(), within(0.024));
        for (Transcript.Cue cue : conversion.output.transcript().cues()) {
            assertThat(onset(samples, cue.start()) - cue.start())
                    .as("%s at %s s", cue.text(), cue.start())
                    .isBetween(0.0, MOST);
        }
    }

    private static Block[] paragraphs() {
        return IntStream.range(0, BLOCKS)
                .mapToObj(i -> paragraph("b" + i, "Block number " + i + "."))
                .toArray(Block[]::new);
    }

    /// The time at which the sound rises around `seconds`.
    private static double onset(short[] samples, double seconds) {
        int from = Math.max(0, (int) ((seconds - AROUND) * RATE));
        return IntStream.range(from, Math.min(samples.length, from + (int) (2 * AROUND * RATE)))
                        .filter(i -> Math.abs(samples[i]) > LOUD)
                        .findFirst()
                        .orElseThrow()
                / (double) RATE;
    }
}
