package io.parler.conversion.chunk;

import io.parler.conversion.mp3.Mp3;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A chunk store with an in-memory LRU cache: the chunks of a post of usual length are not fetched
/// again to be joined.
public final class CachingChunkStore implements ChunkStore {
    /// Half an hour of audio at 48 kbit/s.
    private static final int MAX_BYTES = 10 << 20;

    private record Chunk(Metadata metadata, Mp3 audio) {}

    private final ChunkStore store;
    private final Map<ChunkKey, Chunk> recent = new LinkedHashMap<>(16, .75f, true);
    private long bytes;

    public CachingChunkStore(ChunkStore store) {
        this.store = store;
    }

    @Override
    public Optional<Metadata> get(ChunkKey key) {
        Optional<Metadata> cached = recent(key).map(Chunk::metadata);
        return cached.isPresent() ? cached : store.get(key);
    }

    @Override
    public void put(ChunkKey key, Mp3 audio, Metadata metadata) {
        store.put(key, audio, metadata);
        add(key, new Chunk(metadata, audio));
    }

    @Override
    public void put(ChunkKey key, Metadata metadata) {
        store.put(key, metadata);
        recent(key).ifPresent(chunk -> add(key, new Chunk(metadata, chunk.audio())));
    }

    @Override
    public Mp3 audio(ChunkKey key) {
        return recent(key).map(Chunk::audio).orElseGet(() -> store.audio(key));
    }

    private synchronized Optional<Chunk> recent(ChunkKey key) {
        return Optional.ofNullable(recent.get(key));
    }

    private synchronized void add(ChunkKey key, Chunk chunk) {
        Chunk before = recent.put(key, chunk);
        bytes += size(chunk) - (before == null ? 0 : size(before));
        Iterator<Chunk> oldest = recent.values().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static int size(Chunk chunk) {
        return chunk.audio().run().bytes();
    }
}
