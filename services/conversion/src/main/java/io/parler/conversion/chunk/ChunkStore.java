package io.parler.conversion.chunk;

import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.voice.SpeechMark;
import java.util.List;
import java.util.Optional;

/// The audio of every chunk spoken, under the hash of what decided its bytes: nothing is bought
/// twice.
public interface ChunkStore {
    Optional<Metadata> get(ChunkKey key);

    void put(ChunkKey key, Mp3 audio, Metadata metadata);

    /// More is known of a chunk whose audio is kept.
    void put(ChunkKey key, Metadata metadata);

    Mp3 audio(ChunkKey key);

    /// What is known of a chunk without its audio.
    record Metadata(FrameRun run, Receipt receipt, Optional<WordTiming> wordTiming) {
        public Metadata with(WordTiming words) {
            return new Metadata(run, receipt, Optional.of(words));
        }

        /// What `conversion` paid for it.
        public int billedTo(String conversion) {
            return receipt.billedTo(conversion)
                    + wordTiming.map(words -> words.receipt().billedTo(conversion)).orElse(0);
        }
    }

    /// When its words are said.
    record WordTiming(List<SpeechMark> speechMarks, Receipt receipt) {
        public WordTiming {
            speechMarks = List.copyOf(speechMarks);
        }
    }

    /// What the service billed, and the conversion that paid for it.
    record Receipt(int billedCharacters, String paidBy) {
        public int billedTo(String conversion) {
            return paidBy.equals(conversion) ? billedCharacters : 0;
        }
    }
}
