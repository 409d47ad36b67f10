package io.parler.bench.speech;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.Mp3;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Stores chunks for one run.
final class ChunksInMemory implements ChunkStore {
    private final Map<ChunkKey, Mp3> audio = new ConcurrentHashMap<>();
    private final Map<ChunkKey, Metadata> metadata = new ConcurrentHashMap<>();

    @Override
    public Optional<Metadata> get(ChunkKey key) {
        return Optional.ofNullable(metadata.get(key));
    }

    @Override
    public void put(ChunkKey key, Mp3 mp3, Metadata measured) {
        audio.put(key, mp3);
        metadata.put(key, measured);
    }

    @Override
    public void put(ChunkKey key, Metadata measured) {
        metadata.put(key, measured);
    }

    @Override
    public Mp3 audio(ChunkKey key) {
        return Objects.requireNonNull(audio.get(key));
    }
}
