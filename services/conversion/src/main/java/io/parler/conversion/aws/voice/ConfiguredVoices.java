package io.parler.conversion.aws.voice;

import io.parler.conversion.aws.Clients;
import io.parler.conversion.provider.Http;
import io.parler.conversion.provider.Key;
import io.parler.conversion.provider.Provider;
import io.parler.conversion.provider.polly.PollyVoice;
import io.parler.conversion.provider.polly.PollyVoices;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.LatelyAsked;
import io.parler.conversion.voice.Mark;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceServices;
import io.parler.conversion.voice.Voices;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The voice services that this function may call: Polly, and those there is a key for. The keys
/// are asked for when the first voice is needed, and again after a while: one may be changed.
public final class ConfiguredVoices implements Voice, Voices {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);

    private final VoiceServices.Service polly;
    private final VoiceSettings settings;
    private final Supplier<Map<String, String>> secrets;
    private final InstantSource clock;
    private Map<String, String> keys = Map.of();
    private @Nullable VoiceServices services;
    private @Nullable Http http;

    /// @param secrets the keys there are, by the names of their parameters
    ConfiguredVoices(
            VoiceServices.Service polly,
            VoiceSettings settings,
            Supplier<Map<String, String>> secrets,
            InstantSource clock) {
        this.polly = polly;
        this.settings = settings;
        this.secrets = new LatelyAsked<>(secrets, clock);
        this.clock = clock;
    }

    public static ConfiguredVoices of(
            Clients clients, VoiceSettings settings, InstantSource clock) {
        return new ConfiguredVoices(
                new VoiceServices.Service(
                        PollyVoices.SERVICE,
                        new PollyVoice(clients.polly()),
                        new LatelyAsked<>(new PollyVoices(clients.pollyVoices())::ask, clock)),
                settings,
                () -> new SsmSecrets(clients.ssm()).read(settings.keyParameters()),
                clock);
    }

    @Override
    public List<String> services() {
        return configured().services();
    }

    @Override
    public List<VoiceProfile> of(String service) {
        return configured().of(service);
    }

    @Override
    public Answer<Sound> speak(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return configured().speak(utterance, voice);
    }

    @Override
    public Answer<List<Mark>> marks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return configured().marks(utterance, voice);
    }

    /// The same as long as the keys are: what is known of each service's voices stays known.
    private synchronized VoiceServices configured() {
        Map<String, String> now = secrets.get();
        VoiceServices made = services;
        if (made == null || !keys.equals(now)) {
            made = new VoiceServices(services(now));
            services = made;
            keys = Map.copyOf(now);
        }
        return made;
    }

    private List<VoiceServices.Service> services(Map<String, String> keys) {
        List<VoiceServices.Service> services = new ArrayList<>(List.of(polly));
        for (Provider provider : settings.providers()) {
            provider.connect(key(provider.keyParameter(), keys), this::http, clock)
                    .ifPresent(services::add);
        }
        return services;
    }

    private static Optional<Key> key(Optional<String> parameter, Map<String, String> keys) {
        return parameter
                .flatMap(name -> Optional.ofNullable(keys.get(name)))
                .filter(value -> !value.isBlank())
                .map(Key::new);
    }

    private Http http() {
        Http made = http;
        if (made == null) {
            made = new Http(HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build(), clock);
            http = made;
        }
        return made;
    }
}
