package io.parler.conversion.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.TestVoices;
import io.parler.id.AccountId;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CachingChunkStoreTest {
    /// 10,000 frames of 144 bytes.
    private static final Mp3 AUDIO = Mp3.silence(new FrameHeader(0xfff364c4), 10_000);

    private static final ChunkStore.Metadata METADATA =
            new ChunkStore.Metadata(
                    AUDIO.run(), new ChunkStore.Receipt(7, "somebody"), Optional.empty());

    private final ChunksInMemory store = new ChunksInMemory();
    private final CachingChunkStore recent = new CachingChunkStore(store);

    @Test
    void aChunkThatWasJustStoredIsNotFetched() {
        recent.put(key("a"), AUDIO, METADATA);
        store.forgetAll();

        assertThat(recent.get(key("a"))).contains(METADATA);
        assertThat(recent.audio(key("a"))).isSameAs(AUDIO);
    }

    @Test
    void evictedChunksAreFetched() {
        recent.put(key("old"), AUDIO, METADATA);
        for (int i = 0; i < 10; i++) {
            recent.put(key("newer " + i), AUDIO, METADATA);
        }
        assertThat(recent.audio(key("old"))).isSameAs(AUDIO);
        store.forgetAll();

        assertThat(recent.get(key("old"))).isEmpty();
        assertThatThrownBy(() -> recent.audio(key("old")))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void wordTimesAddedLaterAreStored() {
        recent.put(key("a"), AUDIO, METADATA);
        ChunkStore.Metadata wordTiming =
                METADATA.with(
                        new ChunkStore.WordTiming(List.of(), new ChunkStore.Receipt(7, "me")));
        recent.put(key("a"), wordTiming);

        assertThat(recent.get(key("a"))).contains(wordTiming);
        assertThat(store.get(key("a"))).contains(wordTiming);
    }

    private static ChunkKey key(String text) {
        return ChunkKey.of(AccountId.OWNER, Utterance.text(text), TestVoices.JOANNA);
    }
}
