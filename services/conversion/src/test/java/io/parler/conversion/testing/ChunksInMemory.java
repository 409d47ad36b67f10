package io.parler.conversion.testing;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.mp3.Mp3;
import io.parler.problem.UnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A chunk store for tests.
public final class ChunksInMemory implements ChunkStore {
    private final Map<ChunkKey, Metadata> metadata = new ConcurrentHashMap<>();
    private final Map<ChunkKey, Mp3> audio = new ConcurrentHashMap<>();
    private final AtomicInteger failingPuts = new AtomicInteger();

    @Override
    public Optional<Metadata> get(ChunkKey key) {
        return Optional.ofNullable(metadata.get(key));
    }

    @Override
    public void put(ChunkKey key, Mp3 mp3, Metadata kept) {
        failIfUnavailable();
        audio.put(key, mp3);
        metadata.put(key, kept);
    }

    @Override
    public void put(ChunkKey key, Metadata kept) {
        failIfUnavailable();
        metadata.put(key, kept);
    }

    @Override
    public Mp3 audio(ChunkKey key) {
        return Optional.ofNullable(audio.get(key)).orElseThrow();
    }

    /// The next so many calls fail to store anything.
    public void failNextPuts(int count) {
        failingPuts.set(count);
    }

    private void failIfUnavailable() {
        if (failingPuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new UnavailableException("S3.PutObject");
        }
    }

    public void forgetAll() {
        metadata.clear();
        audio.clear();
    }

    public int size() {
        return metadata.size();
    }
}
