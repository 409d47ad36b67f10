package io.parler.conversion;

import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.Mp3;
import java.util.Optional;

/// The audio of every chunk spoken, under the hash of what decided its bytes: nothing is bought
/// twice.
public interface ChunkStore {
    Optional<Kept> find(ChunkKey key);

    void keep(ChunkKey key, Mp3 audio, Kept facts);

    Mp3 audio(ChunkKey key);

    /// What is known of a chunk without its audio; `boughtBy` is the conversion that paid for it.
    record Kept(FrameRun run, int billedCharacters, String boughtBy) {}
}
