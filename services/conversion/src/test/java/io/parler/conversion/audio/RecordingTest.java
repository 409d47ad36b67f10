package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.script.Passage;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.speech.Words;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.TestVoices;
import io.parler.id.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
    /// A pause is a whole number of frames.
    private static final double FRAME = 0.024;

    private static final Mp3 AUDIO = Mp3.silence(new FrameHeader(0xfff364c4), 10);

    @ParameterizedTest
    @CsvSource({"400, 700, 0.7", "700, 400, 0.7", "400, 0, 0.4", "0, 700, 0.7", "250, 250, 0.25"})
    void betweenTwoPassagesTheLongerOfTheirPausesIsHeard(int after, int before, double pause) {
        Recording recording = recording(passage(0, after), passage(before, 0));

        assertThat(pauseAfterFirst(recording)).isCloseTo(pause, within(FRAME));
        assertThat(recording.seconds())
                .isCloseTo(recording.timedChunks().getLast().end(), within(1e-9));
    }

    @Test
    void itEndsWithThePauseOfTheLastPassage() {
        Recording recording = recording(passage(0, 0), passage(0, 800));

        assertThat(recording.seconds() - recording.timedChunks().getLast().end())
                .isCloseTo(0.8, within(FRAME));
    }

    @Test
    void theChunksOfAPassageFollowEachOtherWithoutAPause() {
        Passage passage = passage(700, 400);

        Recording recording = recording(List.of(passage), List.of(chunk(0, 0), chunk(0, 1)));

        assertThat(pauseAfterFirst(recording)).isCloseTo(0, within(1e-9));
    }

    private static double pauseAfterFirst(Recording recording) {
        return recording.timedChunks().get(1).start() - recording.timedChunks().get(0).end();
    }

    private static Recording recording(Passage... passages) {
        return recording(
                List.of(passages),
                IntStream.range(0, passages.length).mapToObj(i -> chunk(i, i)).toList());
    }

    private static Recording recording(List<Passage> passages, List<Chunk> chunks) {
        Map<Utterance, ChunkStore.Metadata> audio =
                chunks.stream()
                        .map(Chunk::utterance)
                        .collect(Collectors.toMap(Function.identity(), _ -> metadata()));
        return Recording.of(
                AccountId.OWNER,
                new Script("en", passages, List.of()),
                chunks,
                audio,
                TestVoices.JOANNA,
                new ChunksInMemory(),
                LoudnessTarget.DEFAULT);
    }

    private static ChunkStore.Metadata metadata() {
        return new ChunkStore.Metadata(
                AUDIO.run(),
                new ChunkStore.Receipt(10, "somebody"),
                Optional.empty(),
                Optional.of(
                        new AudioAnalysis(AudioAnalysis.SILENT, AudioAnalysis.SILENT, List.of())));
    }

    private static Passage passage(int pauseBefore, int pauseAfter) {
        return new Passage(
                "b", Passage.Role.TEXT, Words.plain("Some words."), pauseBefore, pauseAfter);
    }

    private static Chunk chunk(int passage, int number) {
        String text = "Number " + number + ".";
        return new Chunk(passage, Words.plain(text), Utterance.text(text));
    }
}
