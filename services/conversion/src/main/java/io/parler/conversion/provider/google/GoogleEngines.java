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

/// The families of Google's voices, the default one first, with the quotas of a new project and
/// the list prices. The name of a voice contains its family. Families without a list price are
/// left out, because their cost can't be told.
final class GoogleEngines {
    /// The quota is 5,000 bytes, tags included ("Quotas and limits"). A few are reserved, in case
    /// Google counts differently. A text never has more characters than bytes.
    private static final InputLimit LIMIT = new InputLimit(4_900, 4_900, 4_900);

    /// The quotas are per minute: 1,000 for all calls and fewer for some. Here they are per
    /// second.
    private static final RateLimit ALL_CALLS = new RateLimit(16, 24);

    private static final RateLimit STUDIO_CALLS = new RateLimit(8, 16);
    private static final RateLimit CHIRP_CALLS = new RateLimit(3, 12);

    /// Google also supports `lang`, but has other codes for languages than ours.
    private static final Set<SsmlSupport.Tag> ALL_TAGS = Set.of(SUB, SAY_AS, PHONEME);

    private static final Set<SsmlSupport.Tag> WITHOUT_PHONEME = Set.of(SUB, SAY_AS);

    private static final List<Engine> FAMILIES =
            List.of(
                    engine("Neural2", 0, ALL_CALLS, "16", ALL_TAGS),
                    engine("Wavenet", 1, ALL_CALLS, "4", ALL_TAGS),
                    engine("Standard", 2, ALL_CALLS, "4", ALL_TAGS),
                    engine("Polyglot", 3, ALL_CALLS, "16", WITHOUT_PHONEME),
                    engine("Chirp3-HD", 4, CHIRP_CALLS, "30", Set.of()),
                    engine("Chirp-HD", 5, CHIRP_CALLS, "30", Set.of()),
                    engine("Studio", 6, STUDIO_CALLS, "160", WITHOUT_PHONEME));

    private GoogleEngines() {}

    /// The engine of the voice with that name, such as `en-US-Neural2-C`.
    static Optional<Engine> of(String voice) {
        String name = voice.toLowerCase(Locale.ROOT);
        return FAMILIES.stream().filter(e -> name.contains("-" + e.id() + "-")).findFirst();
    }

    /// Google also bills the tags ("Pricing").
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
