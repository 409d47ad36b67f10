package io.parler.conversion.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.chunk.ChunkStore.Kept;
import io.parler.conversion.chunk.ChunkStore.Receipt;
import io.parler.conversion.chunk.ChunkStore.Timed;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.voice.Mark;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every implementation of [ChunkStore] promises.
public abstract class ChunkStoreContract {
    protected static final ChunkKey CHUNK = new ChunkKey("a".repeat(64));
    protected static final Mp3 AUDIO = Mp3.silence(new FrameHeader(0xfff364c4), 5);
    protected static final Kept KEPT =
            new Kept(AUDIO.run(), new Receipt(17, "conversion-1"), Optional.empty());
    private static final Kept WITH_WORDS =
            KEPT.with(
                    new Timed(
                            List.of(new Mark(0, 5, 0), new Mark(6, 11, 480)),
                            new Receipt(17, "conversion-2")));

    protected abstract ChunkStore chunks();

    @Test
    void anUnknownChunkIsAbsent() {
        assertThat(chunks().find(CHUNK)).isEmpty();
        assertThatThrownBy(() -> chunks().audio(CHUNK)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aChunkIsReadAsItWasStored() {
        chunks().keep(CHUNK, AUDIO, KEPT);

        assertThat(chunks().find(CHUNK)).contains(KEPT);
        assertThat(chunks().audio(CHUNK).bytes()).isEqualTo(AUDIO.bytes());
        assertThat(chunks().find(new ChunkKey("b".repeat(64)))).isEmpty();
    }

    @Test
    void theTimesOfItsWordsAreAddedLaterAndItsAudioStays() {
        chunks().keep(CHUNK, AUDIO, KEPT);
        chunks().keep(CHUNK, WITH_WORDS);

        assertThat(chunks().find(CHUNK)).contains(WITH_WORDS);
        assertThat(chunks().audio(CHUNK).bytes()).isEqualTo(AUDIO.bytes());
    }

    @Test
    void aChunkThatIsStoredTwiceIsTheSame() {
        chunks().keep(CHUNK, AUDIO, WITH_WORDS);
        chunks().keep(CHUNK, AUDIO, WITH_WORDS);

        assertThat(chunks().find(CHUNK)).contains(WITH_WORDS);
    }
}
