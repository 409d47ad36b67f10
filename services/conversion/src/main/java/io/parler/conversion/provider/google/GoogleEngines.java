package io.parler.conversion.provider.google;

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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Google's families of voices, the one taken where nobody chose first; each voice has its family
/// in its name. With a new project's quotas and the list prices. A family that has no list price is
/// not offered, for nobody could be told what it costs.
final class GoogleEngines {
    /// 5,000 bytes with tags ("Quotas and limits"); a few are left for how they are counted. The
    /// characters are never more than the bytes.
    private static final InputLimit LIMIT = new InputLimit(4_900, 4_900, 4_900);

    /// Calls a minute, 1,000 of all and fewer of some, in calls a second.
    private static final RateLimit ALL_CALLS = new RateLimit(16, 24);

    private static final RateLimit STUDIO_CALLS = new RateLimit(8, 16);
    private static final RateLimit CHIRP_CALLS = new RateLimit(3, 12);

    /// Google knows `lang`, too, but languages by other names than we write.
    private static final Set<SsmlSupport.Tag> SSML = Set.of(SUB, SAY_AS, PHONEME);

    private static final Set<SsmlSupport.Tag> NO_SOUNDS = Set.of(SUB, SAY_AS);

    private static final List<Engine> FAMILIES =
            List.of(
                    engine("Neural2", 0, ALL_CALLS, "16", SSML),
                    engine("Wavenet", 1, ALL_CALLS, "4", SSML),
                    engine("Standard", 2, ALL_CALLS, "4", SSML),
                    engine("Polyglot", 3, ALL_CALLS, "16", NO_SOUNDS),
                    engine("Chirp3-HD", 4, CHIRP_CALLS, "30", Set.of()),
                    engine("Chirp-HD", 5, CHIRP_CALLS, "30", Set.of()),
                    engine("Studio", 6, STUDIO_CALLS, "160", NO_SOUNDS));

    private GoogleEngines() {}

    /// The one that makes the voice of that name, such as `en-US-Neural2-C`.
    static Optional<Engine> of(String voice) {
        String name = voice.toLowerCase(Locale.ROOT);
        return FAMILIES.stream().filter(e -> name.contains("-" + e.id() + "-")).findFirst();
    }

    /// Google bills the tags, too ("Pricing").
    private static Engine engine(
            String family, int rank, RateLimit rateLimit, String price, Set<SsmlSupport.Tag> tags) {
        return new Engine(
                family.toLowerCase(Locale.ROOT),
                rank,
                rateLimit,
                LIMIT,
                Pricing.of(price, Pricing.Basis.INPUT),
                24_000,
                tags,
                WordTimesSupport.NONE);
    }
}
