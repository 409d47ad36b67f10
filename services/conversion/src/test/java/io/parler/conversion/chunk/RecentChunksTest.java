package io.parler.conversion.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.testing.ChunksInMemory;
import io.parler.conversion.testing.Profiles;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentChunksTest {
    /// 10,000 frames of 144 bytes.
    private static final Mp3 AUDIO = Mp3.silence(new FrameHeader(0xfff364c4), 10_000);

    private static final ChunkStore.Kept FACTS =
            new ChunkStore.Kept(
                    AUDIO.run(), new ChunkStore.Receipt(7, "somebody"), Optional.empty());

    private final ChunksInMemory store = new ChunksInMemory();
    private final RecentChunks recent = new RecentChunks(store);

    @Test
    void whatWasJustKeptIsNotFetched() {
        recent.keep(key("a"), AUDIO, FACTS);
        store.forgetAll();

        assertThat(recent.find(key("a"))).contains(FACTS);
        assertThat(recent.audio(key("a"))).isSameAs(AUDIO);
    }

    @Test
    void whatIsOlderThanTheBoundIsFetched() {
        recent.keep(key("old"), AUDIO, FACTS);
        for (int i = 0; i < 10; i++) {
            recent.keep(key("newer " + i), AUDIO, FACTS);
        }
        assertThat(recent.audio(key("old"))).isSameAs(AUDIO);
        store.forgetAll();

        assertThat(recent.find(key("old"))).isEmpty();
        assertThatThrownBy(() -> recent.audio(key("old")))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void timesThatCameLaterAreKnown() {
        recent.keep(key("a"), AUDIO, FACTS);
        ChunkStore.Kept timed =
                FACTS.with(new ChunkStore.Timed(List.of(), new ChunkStore.Receipt(7, "me")));
        recent.keep(key("a"), timed);

        assertThat(recent.find(key("a"))).contains(timed);
        assertThat(store.find(key("a"))).contains(timed);
    }

    private static ChunkKey key(String text) {
        return ChunkKey.of(Utterance.text(text), Profiles.JOANNA);
    }
}
