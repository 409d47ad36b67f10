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

/// The configuration of ElevenLabs.
public record ElevenLabs(
        Optional<String> keyParameter,
        BaseUrl url,
        String model,
        Optional<BigDecimal> price,
        int callsInFlight)
        implements Provider {
    /// The limit of the smallest paid plans.
    private static final int DEFAULT_CALLS_IN_FLIGHT = 4;

    /// US dollars per million characters, by the list of the API's prices; plans differ from it.
    static BigDecimal listPrice(String model) {
        boolean small = model.startsWith("eleven_flash") || model.startsWith("eleven_turbo");
        return new BigDecimal(small ? "50" : "100");
    }

    public static ElevenLabs from(ProviderSettings settings) {
        return new ElevenLabs(
                settings.text("ELEVENLABS_KEY_PARAMETER"),
                settings.url("ELEVENLABS_URL", ElevenLabsAccount.DEFAULT_URL),
                settings.text("ELEVENLABS_MODEL").orElse("eleven_multilingual_v2"),
                settings.price("ELEVENLABS_PRICE"),
                settings.count("ELEVENLABS_CALLS_IN_FLIGHT", DEFAULT_CALLS_IN_FLIGHT));
    }

    @Override
    public String name() {
        return ElevenLabsAccount.PROVIDER;
    }

    @Override
    public Optional<VoiceProviders.Connection> connect(
            Optional<ApiKey> key, Supplier<ProviderHttpClient> http, InstantSource clock) {
        return key.map(
                apiKey ->
                        new ElevenLabsAccount(url, apiKey, model, price, callsInFlight)
                                .connection(http.get(), clock));
    }
}
