package io.parler.conversion.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Chunker;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.FrameRun;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private static final FrameHeader HEADER = new FrameHeader(0xfff364c4);

    @Test
    void everyChunkStartsAfterExactlyTheFramesBeforeIt() {
        Transcript transcript = transcript(0, "One.", "Two.", "Three.");

        assertThat(transcript.cues())
                .extracting(Transcript.Cue::start)
                .containsExactly(0.0, 100 * 0.024, 200 * 0.024);
        assertThat(transcript.seconds()).isCloseTo(300 * 0.024, within(1e-9));
    }

    @Test
    void pausesAreCounted() {
        Transcript transcript = transcript(480, "One.", "Two.");

        assertThat(transcript.cues().get(1).start()).isCloseTo(120 * 0.024, within(1e-9));
        assertThat(transcript.cues().getFirst().end()).isCloseTo(100 * 0.024, within(1e-9));
    }

    @Test
    void timesDoNotDriftInTenHours() {
        String[] texts =
                IntStream.range(0, 15_000).mapToObj(i -> "Number " + i).toArray(String[]::new);

        Transcript transcript = transcript(0, texts);

        assertThat(transcript.cues().getLast().start())
                .isCloseTo(14_999 * 100 * 576 / 24_000.0, within(0.001));
        assertThat(transcript.toVtt()).contains("\n09:59:57.600 --> 10:00:00.000\nNumber 14999\n");
    }

    @Test
    void theSentencesOfAChunkShareItsTime() {
        List<Transcript.Cue> cues = transcript(0, "Four. Longer one.").cues();

        assertThat(cues).hasSize(2);
        assertThat(cues.get(0).end()).isEqualTo(cues.get(1).start());
        assertThat(cues.get(1).end()).isCloseTo(2.4, within(1e-9));
        assertThat(cues.get(1).end() - cues.get(1).start()).isGreaterThan(cues.get(0).end());
    }

    @Test
    void markupIsEscapedInACue() {
        assertThat(transcript(0, "a < b && b > c --> d").toVtt())
                .endsWith("\na &lt; b &amp;&amp; b &gt; c --&gt; d\n");
    }

    /// Each text takes 100 frames of 24 ms.
    private static Transcript transcript(int pause, String... texts) {
        List<Passage> passages =
                IntStream.range(0, texts.length)
                        .mapToObj(
                                i ->
                                        new Passage(
                                                "b" + i,
                                                Passage.Role.TEXT,
                                                Words.plain(texts[i]),
                                                0,
                                                pause))
                        .toList();
        Script script = new Script("en", passages, List.of());
        FrameRun run = Mp3.silence(HEADER, 100).run();
        Map<Utterance, ChunkStore.Metadata> audio =
                List.of(texts).stream().collect(Collectors.toMap(Utterance::text, _ -> kept(run)));
        Recording recording =
                Recording.of(
                        AccountId.OWNER,
                        script,
                        Chunker.of(script, TestVoices.JOANNA),
                        audio,
                        TestVoices.JOANNA,
                        new ChunksInMemory(),
                        LoudnessTarget.DEFAULT);
        return Transcript.of(recording, "en");
    }

    private static ChunkStore.Metadata kept(FrameRun run) {
        return new ChunkStore.Metadata(
                run,
                new ChunkStore.Receipt(1, "me"),
                Optional.empty(),
                Optional.of(
                        new AudioAnalysis(AudioAnalysis.SILENT, AudioAnalysis.SILENT, List.of())));
    }
}
