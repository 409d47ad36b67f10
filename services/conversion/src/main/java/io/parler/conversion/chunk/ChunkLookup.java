package io.parler.conversion.chunk;

import io.parler.conversion.ConcurrentTasks;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Pricing;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.WordTimesSupport;
import io.parler.id.AccountId;
import io.parler.request.Timing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which chunks of a script an account has stored, and what the others cost with a voice.
public final class ChunkLookup {
    private static final int MAX_CONCURRENT_LOOKUPS = 32;

    private final List<Chunk> all;
    private final VoiceProfile voice;
    private final Map<Utterance, Chunk> distinct;
    private final Map<Utterance, Optional<ChunkStore.Metadata>> stored;

    private ChunkLookup(
            List<Chunk> all,
            VoiceProfile voice,
            Map<Utterance, Chunk> distinct,
            Map<Utterance, Optional<ChunkStore.Metadata>> stored) {
        this.all = all;
        this.voice = voice;
        this.distinct = distinct;
        this.stored = stored;
    }

    public static ChunkLookup of(
            AccountId account, List<Chunk> chunks, VoiceProfile voice, ChunkStore store) {
        Map<Utterance, Chunk> distinct = new LinkedHashMap<>();
        chunks.forEach(chunk -> distinct.putIfAbsent(chunk.utterance(), chunk));
        return new ChunkLookup(
                chunks,
                voice,
                distinct,
                ConcurrentTasks.map(
                        distinct.keySet(),
                        MAX_CONCURRENT_LOOKUPS,
                        one -> store.get(ChunkKey.of(account, one, voice))));
    }

    /// The characters that cost nothing, because they are stored or occur twice.
    public int alreadySynthesized() {
        int toSynthesize =
                distinct.values().stream()
                        .filter(chunk -> metadata(chunk).isEmpty())
                        .mapToInt(Chunk::characters)
                        .sum();
        return all.stream().mapToInt(Chunk::characters).sum() - toSynthesize;
    }

    /// The characters that the provider would bill now, with those for word times.
    public int billable(Timing timing) {
        Pricing.Basis basis = voice.engine().pricing().basis();
        boolean billsWordTimes =
                timing == Timing.WORDS && voice.engine().wordTimes() == WordTimesSupport.BILLED;
        int billable = 0;
        for (Chunk chunk : distinct.values()) {
            Optional<ChunkStore.Metadata> metadata = metadata(chunk);
            if (metadata.isEmpty()) {
                billable += chunk.billable(basis);
            }
            if (billsWordTimes && metadata.flatMap(ChunkStore.Metadata::wordTiming).isEmpty()) {
                billable += chunk.billable(basis);
            }
        }
        return billable;
    }

    /// The characters that the provider has billed to `conversion`.
    public int billedTo(String conversion) {
        return stored.values().stream()
                .flatMap(Optional::stream)
                .mapToInt(metadata -> metadata.billedTo(conversion))
                .sum();
    }

    private Optional<ChunkStore.Metadata> metadata(Chunk chunk) {
        return stored.getOrDefault(chunk.utterance(), Optional.empty());
    }
}
