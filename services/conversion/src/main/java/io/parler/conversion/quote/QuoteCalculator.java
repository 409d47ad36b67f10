package io.parler.conversion.quote;

import io.parler.conversion.ConcurrentTasks;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Chunker;
import io.parler.conversion.preparation.ConversionSpec;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.preparation.ScriptPreparer;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Pricing;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.WordTimesSupport;
import io.parler.problem.Problem;
import io.parler.request.Timing;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Calculates the price of a conversion before anything is synthesized. It calls no provider.
public final class QuoteCalculator {
    private static final int MAX_CONCURRENT_LOOKUPS = 32;

    private final VoiceCatalog voices;
    private final ChunkStore chunks;
    private final Limits limits;
    private final Preparation preparation;

    public QuoteCalculator(
            ScriptPreparer scripts, VoiceCatalog voices, ChunkStore chunks, Limits limits) {
        this.voices = voices;
        this.chunks = chunks;
        this.limits = limits;
        this.preparation = new Preparation(scripts, voices, limits);
    }

    /// The result of a calculation.
    public sealed interface Result {
        record Quoted(Quote quote) implements Result {}

        record Refused(Problem problem) implements Result {}
    }

    public Result quote(ConversionSpec spec) throws InterruptedException {
        return switch (preparation.of(spec)) {
            case Preparation.Prepared.Refused refused -> new Result.Refused(refused.problem());
            case Preparation.Prepared.Ready ready ->
                    new Result.Quoted(
                            new Quote(
                                    ready.article().title(),
                                    ready.script().language(),
                                    ready.script().characters(),
                                    ready.script().seconds(),
                                    offers(ready.script(), ready.voice(), spec.timing())));
        };
    }

    private List<Quote.Offer> offers(Script script, VoiceProfile chosen, Timing timing) {
        return voices.list(chosen.id().provider()).stream()
                .filter(voice -> voice.id().withoutEngine().equals(chosen.id().withoutEngine()))
                .filter(voice -> limits.problem(script, voice, timing).isEmpty())
                .sorted(
                        Comparator.comparing((VoiceProfile v) -> !v.id().equals(chosen.id()))
                                .thenComparingInt(v -> v.engine().rank()))
                .map(voice -> offer(script, voice, timing))
                .toList();
    }

    private Quote.Offer offer(Script script, VoiceProfile voice, Timing timing) {
        List<Chunk> all = Chunker.of(script, voice);
        Map<Utterance, Chunk> distinct = new LinkedHashMap<>();
        all.forEach(chunk -> distinct.putIfAbsent(chunk.utterance(), chunk));
        Map<Utterance, Optional<ChunkStore.Metadata>> stored =
                ConcurrentTasks.map(
                        distinct.keySet(),
                        MAX_CONCURRENT_LOOKUPS,
                        one -> chunks.get(ChunkKey.of(one, voice)));
        boolean billsWordTimes =
                timing == Timing.WORDS && voice.engine().wordTimes() == WordTimesSupport.BILLED;
        Pricing pricing = voice.engine().pricing();
        int toSynthesize = 0;
        int billable = 0;
        for (Chunk chunk : distinct.values()) {
            Optional<ChunkStore.Metadata> metadata =
                    stored.getOrDefault(chunk.utterance(), Optional.empty());
            int characters = chunk.billable(pricing.basis());
            if (metadata.isEmpty()) {
                toSynthesize += chunk.characters();
                billable += characters;
            }
            if (billsWordTimes && metadata.flatMap(ChunkStore.Metadata::wordTiming).isEmpty()) {
                billable += characters;
            }
        }
        int alreadySynthesized = all.stream().mapToInt(Chunk::characters).sum() - toSynthesize;
        return new Quote.Offer(voice, alreadySynthesized, billable, pricing.price(billable));
    }
}
