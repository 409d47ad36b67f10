package io.parler.conversion;

import io.parler.conversion.script.Article;
import io.parler.conversion.script.Options;
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

    private final Scripts scripts;
    private final Voices voices;
    private final ChunkStore chunks;
    private final Limits limits;

    public Quotes(Scripts scripts, Voices voices, ChunkStore chunks, Limits limits) {
        this.scripts = scripts;
        this.voices = voices;
        this.chunks = chunks;
        this.limits = limits;
    }

    /// What is asked for: as much of a conversion as decides its price.
    public record Request(
            String accountId,
            Job.Source.Given source,
            Optional<String> voice,
            Options options,
            Timing timing) {}

    public sealed interface Answer {
        record Quoted(Quote quote) implements Answer {}

        record Refused(Problem problem) implements Answer {}
    }

    public Answer quote(Request request) throws InterruptedException {
        return switch (scripts.load(request.source())) {
            case Articles.Loaded.Refused refused -> new Answer.Refused(refused.problem());
            case Articles.Loaded.Found found -> quote(request, found.article());
        };
    }

    private Answer quote(Request request, Article article) {
        return switch (VoiceChoice.of(request.voice(), article.language(), voices)) {
            case VoiceChoice.Choice.Refused refused -> new Answer.Refused(refused.problem());
            case VoiceChoice.Choice.Chosen chosen -> quote(request, article, chosen.voice());
        };
    }

    private Answer quote(Request request, Article article, VoiceProfile voice) {
        Script script =
                scripts.write(
                        request.accountId(),
                        article,
                        Scripts.language(article, voice),
                        request.options());
        return limits.problem(script, voice, request.timing())
                .<Answer>map(Answer.Refused::new)
                .orElseGet(
                        () ->
                                new Answer.Quoted(
                                        new Quote(
                                                article.title(),
                                                script.language(),
                                                script.characters(),
                                                script.seconds(),
                                                offers(script, voice, request.timing()))));
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
        for (Map.Entry<Utterance, Chunk> one : distinct.entrySet()) {
            Optional<ChunkStore.Kept> found =
                    Optional.ofNullable(kept.get(one.getKey())).flatMap(k -> k);
            int characters = one.getValue().billable(tariff.counted());
            if (found.isEmpty()) {
                toSpeak += one.getValue().characters();
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
