package io.parler.conversion;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/// Which texts of some chunks are spoken so far; equal texts count as one, and for as many
/// characters as they are said.
final class Spoken {
    private final Map<String, List<Chunk>> chunks;
    private final Map<String, ChunkStore.Kept> audio = new LinkedHashMap<>();
    private final IntConsumer listener;
    private int characters;

    Spoken(List<Chunk> chunks, IntConsumer listener) {
        this.chunks =
                chunks.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Chunk::text, LinkedHashMap::new, Collectors.toList()));
        this.listener = listener;
    }

    void add(String text, ChunkStore.Kept kept) {
        audio.put(text, kept);
        characters += said(text).stream().mapToInt(Chunk::characters).sum();
        listener.accept(characters);
    }

    /// In the order in which they are first said.
    List<String> missing() {
        return chunks.keySet().stream().filter(text -> !audio.containsKey(text)).toList();
    }

    Map<String, ChunkStore.Kept> audio() {
        return Map.copyOf(audio);
    }

    Chunk chunkOf(String text) {
        return said(text).getFirst();
    }

    private List<Chunk> said(String text) {
        return chunks.getOrDefault(text, List.of());
    }
}
