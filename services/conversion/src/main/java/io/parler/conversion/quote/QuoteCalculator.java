package io.parler.conversion.quote;

import io.parler.conversion.chunk.ChunkLookup;
import io.parler.conversion.chunk.ChunkStore;
import io.parler.conversion.chunk.Chunker;
import io.parler.conversion.preparation.ConversionSpec;
import io.parler.conversion.preparation.Limits;
import io.parler.conversion.preparation.Preparation;
import io.parler.conversion.preparation.ScriptPreparer;
import io.parler.conversion.script.Script;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.id.AccountId;
import io.parler.problem.Problem;
import io.parler.request.Timing;
import java.util.Comparator;
import java.util.List;

/// Calculates the price of a conversion before anything is synthesized. It calls no provider.
public final class QuoteCalculator {
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
                                    offers(
                                            spec.account(),
                                            ready.script(),
                                            ready.voice(),
                                            spec.timing())));
        };
    }

    private List<Quote.Offer> offers(
            AccountId account, Script script, VoiceProfile chosen, Timing timing) {
        return voices.list(chosen.id().provider()).stream()
                .filter(voice -> voice.id().withoutEngine().equals(chosen.id().withoutEngine()))
                .filter(voice -> limits.problem(script, voice, timing).isEmpty())
                .sorted(
                        Comparator.comparing((VoiceProfile v) -> !v.id().equals(chosen.id()))
                                .thenComparingInt(v -> v.engine().rank()))
                .map(voice -> offer(account, script, voice, timing))
                .toList();
    }

    private Quote.Offer offer(AccountId account, Script script, VoiceProfile voice, Timing timing) {
        ChunkLookup lookup = ChunkLookup.of(account, Chunker.of(script, voice), voice, chunks);
        int billable = lookup.billable(timing);
        return new Quote.Offer(
                voice,
                lookup.alreadySynthesized(),
                billable,
                voice.engine().pricing().price(billable));
    }
}
