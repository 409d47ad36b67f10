package io.parler.conversion.testing;

import static io.parler.conversion.speech.Dialect.Tag.LANG;
import static io.parler.conversion.speech.Dialect.Tag.PHONEME;
import static io.parler.conversion.speech.Dialect.Tag.SAY_AS;
import static io.parler.conversion.speech.Dialect.Tag.SUB;

import io.parler.conversion.speech.Dialect;
import io.parler.conversion.voice.CallLimit;
import io.parler.conversion.voice.Engine;
import io.parler.conversion.voice.Quota;
import io.parler.conversion.voice.Tariff;
import io.parler.conversion.voice.VoiceId;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.Voices;
import io.parler.conversion.voice.WordTimes;
import java.util.List;
import java.util.Set;

/// Voices for tests.
public final class Profiles {
    public static final Engine NEURAL = engine("neural", 0, Set.of(SUB, PHONEME, LANG));
    public static final Engine STANDARD = engine("standard", 1, Set.of(SUB, SAY_AS, PHONEME, LANG));
    public static final Engine GENERATIVE = engine("generative", 3, Set.of(SUB, SAY_AS, LANG));
    public static final VoiceProfile JOANNA = polly("Joanna", "en-US", NEURAL);

    private Profiles() {}

    public static VoiceProfile polly(String name, String language, Engine engine) {
        return new VoiceProfile(
                VoiceId.of("polly", name, engine.id()), name, List.of(language), "Female", engine);
    }

    /// One of a service that takes plain text.
    public static VoiceProfile plain(String service, String name, String... languages) {
        return new VoiceProfile(
                VoiceId.of(service, name),
                name,
                List.of(languages),
                "Female",
                engine("plain", 0, Set.of()));
    }

    public static Voices of(VoiceProfile... voices) {
        return of(List.of(voices));
    }

    public static Voices of(List<VoiceProfile> voices) {
        return new Voices() {
            @Override
            public List<String> services() {
                return voices.stream().map(voice -> voice.id().service()).distinct().toList();
            }

            @Override
            public List<VoiceProfile> of(String service) {
                return voices.stream().filter(v -> v.id().service().equals(service)).toList();
            }
        };
    }

    private static Engine engine(String id, int rank, Set<Dialect.Tag> tags) {
        return new Engine(
                id,
                rank,
                new Quota(8, 18),
                new CallLimit(3_000, 6_000, Integer.MAX_VALUE),
                Tariff.of("16", Tariff.Counted.WORDS),
                id.equals("standard") ? 22_050 : 24_000,
                tags,
                rank < 2 && !tags.isEmpty() ? WordTimes.BILLED : WordTimes.NONE);
    }
}
