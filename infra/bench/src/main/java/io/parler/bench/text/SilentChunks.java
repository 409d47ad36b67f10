package io.parler.bench.text;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.Mp3;
import java.util.Optional;

/// A store in which every chunk is one silent frame.
final class SilentChunks implements ChunkStore {
    /// MPEG-2, layer III, 48 kbit/s, 24 kHz, mono.
    private static final Mp3 SILENCE = Mp3.silence(new FrameHeader(0xfff364c4), 1);

    static final Metadata METADATA =
            new Metadata(SILENCE.run(), new Receipt(0, "bench"), Optional.empty());

    @Override
    public Optional<Metadata> get(ChunkKey key) {
        return Optional.of(METADATA);
    }

    @Override
    public void put(ChunkKey key, Mp3 audio, Metadata metadata) {}

    @Override
    public void put(ChunkKey key, Metadata metadata) {}

    @Override
    public Mp3 audio(ChunkKey key) {
        return SILENCE;
    }
}
