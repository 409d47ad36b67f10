package io.parler.conversion.provider.polly;

import static io.parler.conversion.speech.Dialect.Tag.LANG;
import static io.parler.conversion.speech.Dialect.Tag.PHONEME;
import static io.parler.conversion.speech.Dialect.Tag.SAY_AS;
import static io.parler.conversion.speech.Dialect.Tag.SUB;

import io.parler.conversion.speech.Dialect;
import io.parler.conversion.voice.CallLimit;
import io.parler.conversion.voice.Engine;
import io.parler.conversion.voice.Quota;
import io.parler.conversion.voice.Tariff;
import io.parler.conversion.voice.WordTimes;
import java.util.List;
import java.util.Set;

/// Polly's four engines, the one taken where nobody chose first: neural, for generative voices
/// change over the years. With a new account's quotas and the prices of the first region.
final class PollyEngines {
    private static final String GENERATIVE = "generative";

    /// 3,000 billed characters, 6,000 with tags (Polly, "Quotas").
    private static final CallLimit LIMIT = new CallLimit(3_000, 6_000, Integer.MAX_VALUE);

    /// Letters would hand a sentence of a neural voice over to the standard one; generative voices
    /// take some sounds only (Polly, "Supported SSML tags") and tell no times ("Speech marks").
    static final List<Engine> ALL =
            List.of(
                    engine("neural", 0, new Quota(8, 18), "16", 24_000, Set.of(SUB, PHONEME, LANG)),
                    engine(
                            "standard",
                            1,
                            new Quota(80, 80),
                            "4",
                            22_050,
                            Set.of(SUB, SAY_AS, PHONEME, LANG)),
                    engine(
                            "long-form",
                            2,
                            new Quota(8, 26),
                            "100",
                            24_000,
                            Set.of(SUB, SAY_AS, PHONEME, LANG)),
                    engine(
                            GENERATIVE,
                            3,
                            new Quota(8, 26),
                            "30",
                            24_000,
                            Set.of(SUB, SAY_AS, LANG)));

    private PollyEngines() {}

    private static Engine engine(
            String id, int rank, Quota quota, String price, int sampleRate, Set<Dialect.Tag> tags) {
        return new Engine(
                id,
                rank,
                quota,
                LIMIT,
                Tariff.of(price, Tariff.Counted.WORDS),
                sampleRate,
                tags,
                id.equals(GENERATIVE) ? WordTimes.NONE : WordTimes.BILLED);
    }
}
