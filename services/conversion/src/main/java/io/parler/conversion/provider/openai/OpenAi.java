package io.parler.conversion.provider.openai;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.Provider;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderSettings;
import io.parler.conversion.voice.VoiceProviders;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The configuration of OpenAI, or of another server with the same protocol. Such a server may
/// need no key.
public record OpenAi(
        Optional<String> keyParameter,
        BaseUrl url,
        String model,
        List<String> voices,
        Optional<BigDecimal> price,
        int callsInFlight)
        implements Provider {
    private static final int DEFAULT_CALLS_IN_FLIGHT = 8;

    public static OpenAi from(ProviderSettings settings) {
        return new OpenAi(
                settings.text("OPENAI_KEY_PARAMETER"),
                settings.url("OPENAI_URL", OpenAiAccount.DEFAULT_URL),
                settings.text("OPENAI_MODEL").orElse("gpt-4o-mini-tts"),
                settings.list("OPENAI_VOICES"),
                settings.price("OPENAI_PRICE"),
                settings.count("OPENAI_CALLS_IN_FLIGHT", DEFAULT_CALLS_IN_FLIGHT));
    }

    @Override
    public String name() {
        return OpenAiAccount.PROVIDER;
    }

    @Override
    public Optional<VoiceProviders.Connection> connect(
            Optional<ApiKey> key, Supplier<ProviderHttpClient> http, InstantSource clock) {
        if (key.isEmpty() && url.equals(OpenAiAccount.DEFAULT_URL)) {
            return Optional.empty();
        }
        return Optional.of(
                new OpenAiAccount(url, key, model, voices, price, callsInFlight)
                        .connection(http.get(), clock));
    }
}
