package io.parler.conversion.testing;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.Mp3;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A chunk store for tests.
public final class ChunksInMemory implements ChunkStore {
    private final Map<ChunkKey, Metadata> metadata = new ConcurrentHashMap<>();
    private final Map<ChunkKey, Mp3> audio = new ConcurrentHashMap<>();

    @Override
    public Optional<Metadata> get(ChunkKey key) {
        return Optional.ofNullable(metadata.get(key));
    }

    @Override
    public void put(ChunkKey key, Mp3 mp3, Metadata kept) {
        audio.put(key, mp3);
        metadata.put(key, kept);
    }

    @Override
    public void put(ChunkKey key, Metadata kept) {
        metadata.put(key, kept);
    }

    @Override
    public Mp3 audio(ChunkKey key) {
        return Optional.ofNullable(audio.get(key)).orElseThrow();
    }

    public void forgetAll() {
        metadata.clear();
        audio.clear();
    }

    public int size() {
        return metadata.size();
    }
}
