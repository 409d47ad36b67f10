package io.parler.conversion.provider.polly;

import static io.parler.conversion.speech.SsmlSupport.Tag.LANG;
import static io.parler.conversion.speech.SsmlSupport.Tag.PHONEME;
import static io.parler.conversion.speech.SsmlSupport.Tag.SAY_AS;
import static io.parler.conversion.speech.SsmlSupport.Tag.SUB;

import io.parler.conversion.speech.SsmlSupport;
import io.parler.conversion.voice.Engine;
import io.parler.conversion.voice.InputLimit;
import io.parler.conversion.voice.Pricing;
import io.parler.conversion.voice.RateLimit;
import io.parler.conversion.voice.WordTimesSupport;
import java.util.List;
import java.util.Set;

/// Polly's four engines, with the quotas of a new account and the prices of the first region. The
/// default is neural, because generative voices change over the years.
final class PollyEngines {
    private static final String GENERATIVE = "generative";

    /// 3,000 billed characters, or 6,000 with tags (Polly, "Quotas").
    private static final InputLimit LIMIT = new InputLimit(3_000, 6_000, Integer.MAX_VALUE);

    /// Neural voices have no `say-as`, because Polly would switch to the standard voice for that
    /// sentence. Generative voices support only some phonemes (Polly, "Supported SSML tags") and
    /// no speech marks ("Speech marks").
    static final List<Engine> ALL =
            List.of(
                    engine(
                            "neural",
                            0,
                            new RateLimit(8, 18),
                            "16",
                            24_000,
                            Set.of(SUB, PHONEME, LANG)),
                    engine(
                            "standard",
                            1,
                            new RateLimit(80, 80),
                            "4",
                            22_050,
                            Set.of(SUB, SAY_AS, PHONEME, LANG)),
                    engine(
                            "long-form",
                            2,
                            new RateLimit(8, 26),
                            "100",
                            24_000,
                            Set.of(SUB, SAY_AS, PHONEME, LANG)),
                    engine(
                            GENERATIVE,
                            3,
                            new RateLimit(8, 26),
                            "30",
                            24_000,
                            Set.of(SUB, SAY_AS, LANG)));

    private PollyEngines() {}

    private static Engine engine(
            String id,
            int rank,
            RateLimit rateLimit,
            String price,
            int sampleRate,
            Set<SsmlSupport.Tag> tags) {
        return new Engine(
                id,
                rank,
                rateLimit,
                LIMIT,
                Pricing.of(price, Pricing.Basis.WORDS),
                sampleRate,
                tags,
                id.equals(GENERATIVE) ? WordTimesSupport.NONE : WordTimesSupport.BILLED);
    }
}
