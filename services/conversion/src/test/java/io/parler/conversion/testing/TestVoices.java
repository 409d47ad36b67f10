package io.parler.conversion.testing;

import static io.parler.conversion.speech.SsmlSupport.Tag.LANG;
import static io.parler.conversion.speech.SsmlSupport.Tag.PHONEME;
import static io.parler.conversion.speech.SsmlSupport.Tag.SAY_AS;
import static io.parler.conversion.speech.SsmlSupport.Tag.SUB;

import io.parler.conversion.speech.SsmlSupport;
import io.parler.conversion.voice.Engine;
import io.parler.conversion.voice.InputLimit;
import io.parler.conversion.voice.Pricing;
import io.parler.conversion.voice.RateLimit;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.WordTimesSupport;
import java.util.List;
import java.util.Set;

/// Voices for tests.
public final class TestVoices {
    public static final Engine NEURAL = engine("neural", 0, Set.of(SUB, PHONEME, LANG));
    public static final Engine STANDARD = engine("standard", 1, Set.of(SUB, SAY_AS, PHONEME, LANG));
    public static final Engine GENERATIVE = engine("generative", 3, Set.of(SUB, SAY_AS, LANG));
    public static final VoiceProfile JOANNA = polly("Joanna", "en-US", NEURAL);

    private TestVoices() {}

    public static VoiceProfile polly(String name, String language, Engine engine) {
        return new VoiceProfile(
                VoiceId.of("polly", name, engine.id()), name, List.of(language), "Female", engine);
    }

    /// A voice of a provider that takes plain text.
    public static VoiceProfile plain(String service, String name, String... languages) {
        return new VoiceProfile(
                VoiceId.of(service, name),
                name,
                List.of(languages),
                "Female",
                engine("plain", 0, Set.of()));
    }

    public static VoiceCatalog of(VoiceProfile... voices) {
        return of(List.of(voices));
    }

    public static VoiceCatalog of(List<VoiceProfile> voices) {
        return new VoiceCatalog() {
            @Override
            public List<String> providers() {
                return voices.stream().map(voice -> voice.id().provider()).distinct().toList();
            }

            @Override
            public List<VoiceProfile> list(String service) {
                return voices.stream().filter(v -> v.id().provider().equals(service)).toList();
            }
        };
    }

    private static Engine engine(String id, int rank, Set<SsmlSupport.Tag> tags) {
        return new Engine(
                id,
                rank,
                new RateLimit(8, 18),
                new InputLimit(3_000, 6_000, Integer.MAX_VALUE),
                Pricing.of("16", Pricing.Basis.WORDS),
                id.equals("standard") ? 22_050 : 24_000,
                tags,
                rank < 2 && !tags.isEmpty() ? WordTimesSupport.BILLED : WordTimesSupport.NONE);
    }
}
