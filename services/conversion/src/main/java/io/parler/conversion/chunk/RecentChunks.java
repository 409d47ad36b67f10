package io.parler.conversion.chunk;

import io.parler.conversion.mp3.Mp3;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A chunk store that has the chunks used last at hand, up to a bound: of a post of usual length
/// none is fetched again to be joined.
public final class RecentChunks implements ChunkStore {
    /// Half an hour of audio at 48 kbit/s.
    private static final int MOST_BYTES = 10 << 20;

    private record Chunk(Kept facts, Mp3 audio) {}

    private final ChunkStore store;
    private final Map<ChunkKey, Chunk> recent = new LinkedHashMap<>(16, .75f, true);
    private long bytes;

    public RecentChunks(ChunkStore store) {
        this.store = store;
    }

    @Override
    public Optional<Kept> find(ChunkKey key) {
        Optional<Kept> known = recent(key).map(Chunk::facts);
        return known.isPresent() ? known : store.find(key);
    }

    @Override
    public void keep(ChunkKey key, Mp3 audio, Kept facts) {
        store.keep(key, audio, facts);
        add(key, new Chunk(facts, audio));
    }

    @Override
    public void keep(ChunkKey key, Kept facts) {
        store.keep(key, facts);
        recent(key).ifPresent(chunk -> add(key, new Chunk(facts, chunk.audio())));
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
        while (bytes > MOST_BYTES) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static int size(Chunk chunk) {
        return chunk.audio().run().bytes();
    }
}
