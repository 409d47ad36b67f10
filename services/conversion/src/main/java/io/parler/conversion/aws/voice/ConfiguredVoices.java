package io.parler.conversion.aws.voice;

import io.parler.aws.AwsClients;
import io.parler.aws.CallLimits;
import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.Provider;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.polly.PollySynthesizer;
import io.parler.conversion.provider.polly.PollyVoices;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.ExpiringMemo;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceCatalog;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceProviders;
import io.parler.problem.UnavailableException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssm.SsmClient;

/// The voices of the configured providers: Polly, and those with an API key. The keys are read
/// when the first voice is needed, and again after a while, because they may change.
///
/// During an outage of SSM the last keys are used. If none were read yet, a provider with a key
/// parameter is listed as unavailable: if it were missing, a conversion would fail for good.
public final class ConfiguredVoices implements SpeechSynthesizer, VoiceCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredVoices.class);

    private static final CallLimits LIMITS =
            CallLimits.within(Duration.ofSeconds(30)).withAttempts(4);

    /// Short, because the API responds within 29 seconds.
    private static final CallLimits KEYS = CallLimits.within(Duration.ofSeconds(5)).withAttempts(2);

    private static final Duration TTL = Duration.ofMinutes(10);

    /// The pause after a failed attempt to read the keys.
    private static final Duration BACKOFF = Duration.ofSeconds(5);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final VoiceProviders.Connection polly;
    private final VoiceSettings settings;
    private final Supplier<Map<String, String>> secrets;
    private final InstantSource clock;
    private final Lock reading = new ReentrantLock();
    private volatile @Nullable Configuration configuration;
    private @Nullable ProviderHttpClient http;

    /// The providers as they were configured when the keys were last read.
    ///
    /// @param keys empty if they were never read
    private record Configuration(
            Optional<Map<String, String>> keys, VoiceProviders providers, Instant nextReading) {
        boolean isDue(Instant now) {
            return !now.isBefore(nextReading);
        }
    }

    /// @param secrets reads the keys, by the names of their parameters
    ConfiguredVoices(
            VoiceProviders.Connection polly,
            VoiceSettings settings,
            Supplier<Map<String, String>> secrets,
            InstantSource clock) {
        this.polly = polly;
        this.settings = settings;
        this.secrets = secrets;
        this.clock = clock;
    }

    public static ConfiguredVoices of(
            AwsClients clients, VoiceSettings settings, InstantSource clock) {
        // One attempt: `SpeechClient` retries, within the provider's quota.
        CallLimits synthesis = CallLimits.once(settings.synthesisTimeout());
        return new ConfiguredVoices(
                new VoiceProviders.Connection(
                        PollyVoices.PROVIDER,
                        new PollySynthesizer(clients.polly(synthesis)),
                        new ExpiringMemo<>(new PollyVoices(clients.polly(LIMITS))::list, clock)),
                settings,
                () -> {
                    try (SsmClient ssm = clients.ssm(KEYS)) {
                        return new SsmSecrets(ssm).read(settings.keyParameters());
                    }
                },
                clock);
    }

    @Override
    public List<String> providers() {
        return configured().providers();
    }

    @Override
    public List<VoiceProfile> list(String provider) {
        return configured().list(provider);
    }

    @Override
    public CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return configured().synthesize(utterance, voice);
    }

    @Override
    public CallResult<List<SpeechMark>> speechMarks(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        return configured().speechMarks(utterance, voice);
    }

    /// Stays the same while the keys do, with its cached voices. One thread at a time reads the
    /// keys. Meanwhile the others use the last ones, and wait only where there are none.
    private VoiceProviders configured() {
        Configuration last = configuration;
        if (last == null) {
            reading.lock();
        } else if (!last.isDue(clock.instant()) || !reading.tryLock()) {
            return last.providers();
        }
        try {
            return refreshed().providers();
        } finally {
            reading.unlock();
        }
    }

    /// Called with the lock: another thread may have read the keys just before.
    private Configuration refreshed() {
        Configuration last = configuration;
        if (last != null && !last.isDue(clock.instant())) {
            return last;
        }
        Optional<Map<String, String>> lastKeys =
                Optional.ofNullable(last).flatMap(Configuration::keys);
        Configuration now;
        try {
            now = configuration(last, Optional.of(Map.copyOf(secrets.get())), TTL);
        } catch (SdkException | UnavailableException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("lastKeysUsed", lastKeys.isPresent())
                    .log("the API keys could not be read");
            now = configuration(last, lastKeys, BACKOFF);
        }
        configuration = now;
        return now;
    }

    private Configuration configuration(
            @Nullable Configuration last, Optional<Map<String, String>> keys, Duration validity) {
        VoiceProviders providers =
                last != null && last.keys().equals(keys)
                        ? last.providers()
                        : new VoiceProviders(providers(keys));
        return new Configuration(keys, providers, clock.instant().plus(validity));
    }

    private List<VoiceProviders.Connection> providers(Optional<Map<String, String>> keys) {
        List<VoiceProviders.Connection> providers = new ArrayList<>(List.of(polly));
        for (Provider provider : settings.providers()) {
            if (keys.isEmpty() && provider.keyParameter().isPresent()) {
                providers.add(unavailable(provider.name()));
            } else {
                provider.connect(
                                key(provider.keyParameter(), keys.orElse(Map.of())),
                                this::http,
                                clock)
                        .ifPresent(providers::add);
            }
        }
        return providers;
    }

    /// A placeholder for a provider whose key could not be read yet.
    private static VoiceProviders.Connection unavailable(String provider) {
        return new VoiceProviders.Connection(
                provider,
                (_, _) -> {
                    throw keyUnavailable(provider);
                },
                () -> {
                    throw keyUnavailable(provider);
                });
    }

    private static UnavailableException keyUnavailable(String provider) {
        return new UnavailableException("the API key of " + provider + " is unavailable");
    }

    private static Optional<ApiKey> key(Optional<String> parameter, Map<String, String> keys) {
        return parameter
                .flatMap(name -> Optional.ofNullable(keys.get(name)))
                .filter(value -> !value.isBlank())
                .map(ApiKey::new);
    }

    private synchronized ProviderHttpClient http() {
        ProviderHttpClient client = http;
        if (client == null) {
            client =
                    new ProviderHttpClient(
                            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build(),
                            settings.synthesisTimeout(),
                            clock);
            http = client;
        }
        return client;
    }
}
