package io.parler.conversion.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.chunk.ChunkStore.Metadata;
import io.parler.conversion.chunk.ChunkStore.Receipt;
import io.parler.conversion.chunk.ChunkStore.WordTiming;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.voice.SpeechMark;
import io.parler.id.AccountId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The contract of every implementation of [ChunkStore].
public abstract class ChunkStoreContract {
    protected static final ChunkKey CHUNK = new ChunkKey(AccountId.OWNER, "a".repeat(64));
    protected static final Mp3 AUDIO = Mp3.silence(new FrameHeader(0xfff364c4), 5);
    protected static final Metadata KEPT =
            new Metadata(
                    AUDIO.run(),
                    new Receipt(17, "conversion-1"),
                    Optional.empty(),
                    Optional.of(
                            new AudioAnalysis(
                                    -23.5, -4, List.of(new AudioAnalysis.Pause(10, 90)))));
    private static final Metadata WITH_WORDS =
            KEPT.with(
                    new WordTiming(
                            List.of(new SpeechMark(0, 5, 0), new SpeechMark(6, 11, 480)),
                            new Receipt(17, "conversion-2")));

    protected abstract ChunkStore chunks();

    @Test
    void anUnknownChunkIsAbsent() {
        assertThat(chunks().get(CHUNK)).isEmpty();
        assertThatThrownBy(() -> chunks().audio(CHUNK)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aChunkIsReadAsItWasStored() {
        chunks().put(CHUNK, AUDIO, KEPT);

        assertThat(chunks().get(CHUNK)).contains(KEPT);
        assertThat(chunks().audio(CHUNK).bytes()).isEqualTo(AUDIO.bytes());
        assertThat(chunks().get(new ChunkKey(AccountId.OWNER, "b".repeat(64)))).isEmpty();
    }

    @Test
    void theChunkOfAnotherAccountIsAnother() {
        ChunkKey other = new ChunkKey(AccountId.of("acc_q7c2mzk4w5tdx3hb"), CHUNK.sha256());
        chunks().put(CHUNK, AUDIO, KEPT);
        assertThat(chunks().get(other)).isEmpty();

        chunks().put(other, AUDIO, WITH_WORDS);

        assertThat(chunks().get(CHUNK)).contains(KEPT);
        assertThat(chunks().get(other)).contains(WITH_WORDS);
    }

    @Test
    void wordTimesAreAddedLaterWithoutChangingTheAudio() {
        chunks().put(CHUNK, AUDIO, KEPT);
        chunks().put(CHUNK, WITH_WORDS);

        assertThat(chunks().get(CHUNK)).contains(WITH_WORDS);
        assertThat(chunks().audio(CHUNK).bytes()).isEqualTo(AUDIO.bytes());
    }

    @Test
    void aChunkThatIsStoredTwiceIsTheSame() {
        chunks().put(CHUNK, AUDIO, WITH_WORDS);
        chunks().put(CHUNK, AUDIO, WITH_WORDS);

        assertThat(chunks().get(CHUNK)).contains(WITH_WORDS);
    }
}
