package io.parler.conversion.aws;

import static io.parler.conversion.speech.Dialect.Tag.LANG;
import static io.parler.conversion.speech.Dialect.Tag.PHONEME;
import static io.parler.conversion.speech.Dialect.Tag.SAY_AS;
import static io.parler.conversion.speech.Dialect.Tag.SUB;

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
    /// 3,000 billed characters, 6,000 with tags (Polly, "Quotas").
    private static final CallLimit LIMIT = new CallLimit(3_000, 6_000, Integer.MAX_VALUE);

    /// Letters would hand a sentence of a neural voice over to the standard one; generative voices
    /// take some sounds only (Polly, "Supported SSML tags") and tell no times ("Speech marks").
    static final List<Engine> ALL =
            List.of(
                    new Engine(
                            "neural",
                            0,
                            new Quota(8, 18),
                            LIMIT,
                            Tariff.of("16", Tariff.Counted.WORDS),
                            24_000,
                            Set.of(SUB, PHONEME, LANG),
                            WordTimes.BILLED),
                    new Engine(
                            "standard",
                            1,
                            new Quota(80, 80),
                            LIMIT,
                            Tariff.of("4", Tariff.Counted.WORDS),
                            22_050,
                            Set.of(SUB, SAY_AS, PHONEME, LANG),
                            WordTimes.BILLED),
                    new Engine(
                            "long-form",
                            2,
                            new Quota(8, 26),
                            LIMIT,
                            Tariff.of("100", Tariff.Counted.WORDS),
                            24_000,
                            Set.of(SUB, SAY_AS, PHONEME, LANG),
                            WordTimes.BILLED),
                    new Engine(
                            "generative",
                            3,
                            new Quota(8, 26),
                            LIMIT,
                            Tariff.of("30", Tariff.Counted.WORDS),
                            24_000,
                            Set.of(SUB, SAY_AS, LANG),
                            WordTimes.NONE));

    private PollyEngines() {}
}
