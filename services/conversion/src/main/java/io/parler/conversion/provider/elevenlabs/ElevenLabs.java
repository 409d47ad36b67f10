package io.parler.conversion.provider.elevenlabs;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.Provider;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderSettings;
import io.parler.conversion.voice.VoiceProviders;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// ElevenLabs.
public record ElevenLabs(
        Optional<String> keyParameter,
        BaseUrl url,
        String model,
        Optional<BigDecimal> price,
        int callsInFlight)
        implements Provider {
    /// What the smallest paid plans allow.
    private static final int CALLS_IN_FLIGHT = 4;

    public static ElevenLabs from(ProviderSettings settings) {
        return new ElevenLabs(
                settings.text("ELEVENLABS_KEY_PARAMETER"),
                settings.url("ELEVENLABS_URL", ElevenLabsAccount.PUBLIC),
                settings.text("ELEVENLABS_MODEL").orElse("eleven_multilingual_v2"),
                settings.price("ELEVENLABS_PRICE"),
                settings.count("ELEVENLABS_CALLS_IN_FLIGHT", CALLS_IN_FLIGHT));
    }

    @Override
    public String name() {
        return ElevenLabsAccount.PROVIDER;
    }

    @Override
    public Optional<VoiceProviders.Connection> connect(
            Optional<ApiKey> key, Supplier<ProviderHttpClient> http, InstantSource clock) {
        return key.map(
                known ->
                        new ElevenLabsAccount(url, known, model, price, callsInFlight)
                                .connection(http.get(), clock));
    }
}
