package io.parler.conversion.chunk;

import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.voice.SpeechMark;
import java.util.List;
import java.util.Optional;

/// A cache of synthesized chunks, so that nothing is billed twice.
public interface ChunkStore {
    Optional<Metadata> get(ChunkKey key);

    void put(ChunkKey key, Mp3 audio, Metadata metadata);

    /// Replaces the metadata of a chunk whose audio is stored.
    void put(ChunkKey key, Metadata metadata);

    Mp3 audio(ChunkKey key);

    /// The metadata of a chunk.
    ///
    /// @param analysis empty if the chunk was stored before audio was measured
    record Metadata(
            FrameRun run,
            Receipt receipt,
            Optional<WordTiming> wordTiming,
            Optional<AudioAnalysis> analysis) {
        public Metadata(FrameRun run, Receipt receipt, Optional<WordTiming> wordTiming) {
            this(run, receipt, wordTiming, Optional.empty());
        }

        public Metadata with(WordTiming words) {
            return new Metadata(run, receipt, Optional.of(words), analysis);
        }

        /// The characters for which `conversion` was billed.
        public int billedTo(String conversion) {
            return receipt.billedTo(conversion)
                    + wordTiming.map(words -> words.receipt().billedTo(conversion)).orElse(0);
        }
    }

    /// The start times of its words.
    record WordTiming(List<SpeechMark> speechMarks, Receipt receipt) {
        public WordTiming {
            speechMarks = List.copyOf(speechMarks);
        }
    }

    /// The billed characters, and the conversion that paid for them.
    record Receipt(int billedCharacters, String paidBy) {
        public int billedTo(String conversion) {
            return paidBy.equals(conversion) ? billedCharacters : 0;
        }
    }
}
