package io.parler.conversion.synthesis;

import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.speech.Utterance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// The chunks synthesized so far. Equal utterances are synthesized once, and all their chunks
/// count.
final class SynthesizedChunks {
    private final Map<Utterance, List<Chunk>> chunks;
    private final Map<Utterance, ChunkStore.Metadata> audio = new LinkedHashMap<>();
    private final IntConsumer listener;
    private int characters;

    SynthesizedChunks(List<Chunk> chunks, IntConsumer listener) {
        this.chunks =
                chunks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Chunk::utterance, LinkedHashMap::new, Collectors.toList()));
        this.listener = listener;
    }

    void add(Utterance utterance, ChunkStore.Metadata metadata) {
        audio.put(utterance, metadata);
        characters += chunksOf(utterance).stream().mapToInt(Chunk::characters).sum();
        listener.accept(characters);
    }

    /// The utterances still to be synthesized, in script order.
    List<Utterance> missing() {
        return chunks.keySet().stream().filter(utterance -> !audio.containsKey(utterance)).toList();
    }

    Map<Utterance, ChunkStore.Metadata> audio() {
        return Map.copyOf(audio);
    }

    Chunk chunkOf(Utterance utterance) {
        return chunksOf(utterance).getFirst();
    }

    private List<Chunk> chunksOf(Utterance utterance) {
        return chunks.getOrDefault(utterance, List.of());
    }
}
