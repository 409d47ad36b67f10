package io.parler.conversion.quote;

import io.parler.conversion.Problem;
import io.parler.conversion.Together;
import io.parler.conversion.chunk.Chunk;
import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Chunks;
import io.parler.conversion.preparation.Commission;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.preparation.Scripts;
import io.parler.conversion.preparation.Timing;
import io.parler.conversion.script.Script;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Tariff;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.Voices;
import io.parler.conversion.voice.WordTimes;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says what a conversion would cost before anything is spoken; no voice is called.
public final class Quotes {
    private static final int LOOKUPS_AT_ONCE = 32;

    private final Voices voices;
    private final ChunkStore chunks;
    private final Limits limits;
    private final Preparation preparation;

    public Quotes(Scripts scripts, Voices voices, ChunkStore chunks, Limits limits) {
        this.voices = voices;
        this.chunks = chunks;
        this.limits = limits;
        this.preparation = new Preparation(scripts, voices, limits);
    }

    /// How asking for a price ended.
    public sealed interface Answer {
        record Quoted(Quote quote) implements Answer {}

        record Refused(Problem problem) implements Answer {}
    }

    public Answer quote(Commission commission) throws InterruptedException {
        return switch (preparation.of(commission)) {
            case Preparation.Prepared.Refused refused -> new Answer.Refused(refused.problem());
            case Preparation.Prepared.Ready ready ->
                    new Answer.Quoted(
                            new Quote(
                                    ready.article().title(),
                                    ready.script().language(),
                                    ready.script().characters(),
                                    ready.script().seconds(),
                                    offers(ready.script(), ready.voice(), commission.timing())));
        };
    }

    private List<Quote.Offer> offers(Script script, VoiceProfile chosen, Timing timing) {
        return voices.of(chosen.id().service()).stream()
                .filter(voice -> voice.id().person().equals(chosen.id().person()))
                .filter(voice -> limits.problem(script, voice, timing).isEmpty())
                .sorted(
                        Comparator.comparing((VoiceProfile v) -> !v.id().equals(chosen.id()))
                                .thenComparingInt(v -> v.engine().rank()))
                .map(voice -> offer(script, voice, timing))
                .toList();
    }

    private Quote.Offer offer(Script script, VoiceProfile voice, Timing timing) {
        List<Chunk> all = Chunks.of(script, voice);
        Map<Utterance, Chunk> distinct = new LinkedHashMap<>();
        all.forEach(chunk -> distinct.putIfAbsent(chunk.utterance(), chunk));
        Map<Utterance, Optional<ChunkStore.Kept>> kept =
                Together.each(
                        distinct.keySet(),
                        LOOKUPS_AT_ONCE,
                        one -> chunks.find(ChunkKey.of(one, voice)));
        boolean sellsTimes =
                timing == Timing.WORDS && voice.engine().wordTimes() == WordTimes.BILLED;
        Tariff tariff = voice.engine().tariff();
        int toSpeak = 0;
        int billable = 0;
        for (Chunk chunk : distinct.values()) {
            Optional<ChunkStore.Kept> found =
                    kept.getOrDefault(chunk.utterance(), Optional.empty());
            int characters = chunk.billable(tariff.counted());
            if (found.isEmpty()) {
                toSpeak += chunk.characters();
                billable += characters;
            }
            if (sellsTimes && found.flatMap(ChunkStore.Kept::timed).isEmpty()) {
                billable += characters;
            }
        }
        int spoken = all.stream().mapToInt(Chunk::characters).sum() - toSpeak;
        return new Quote.Offer(voice, spoken, billable, tariff.price(billable));
    }
}
