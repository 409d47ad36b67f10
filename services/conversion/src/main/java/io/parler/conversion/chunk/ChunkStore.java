package io.parler.conversion.chunk;

import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.voice.Mark;
import java.util.List;
import java.util.Optional;

/// The audio of every chunk spoken, under the hash of what decided its bytes: nothing is bought
/// twice.
public interface ChunkStore {
    Optional<Kept> find(ChunkKey key);

    void keep(ChunkKey key, Mp3 audio, Kept facts);

    /// More is known of a chunk whose audio is kept.
    void keep(ChunkKey key, Kept facts);

    Mp3 audio(ChunkKey key);

    /// What is known of a chunk without its audio.
    record Kept(FrameRun run, Receipt receipt, Optional<Timed> timed) {
        public Kept with(Timed words) {
            return new Kept(run, receipt, Optional.of(words));
        }

        /// What `conversion` paid for it.
        public int billedTo(String conversion) {
            return receipt.billedTo(conversion)
                    + timed.map(words -> words.receipt().billedTo(conversion)).orElse(0);
        }
    }

    /// When its words are said.
    record Timed(List<Mark> marks, Receipt receipt) {
        public Timed {
            marks = List.copyOf(marks);
        }
    }

    /// What the service billed, and the conversion that paid for it.
    record Receipt(int billedCharacters, String boughtBy) {
        public int billedTo(String conversion) {
            return boughtBy.equals(conversion) ? billedCharacters : 0;
        }
    }
}
