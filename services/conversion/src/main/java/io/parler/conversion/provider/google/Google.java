package io.parler.conversion.provider.google;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.Provider;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderSettings;
import io.parler.conversion.voice.VoiceProviders;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// The configuration of Google Cloud Text-to-Speech.
public record Google(Optional<String> keyParameter, BaseUrl url) implements Provider {
    public static Google from(ProviderSettings settings) {
        return new Google(
                settings.text("GOOGLE_KEY_PARAMETER"),
                settings.url("GOOGLE_URL", GoogleAccount.DEFAULT_URL));
    }

    @Override
    public String name() {
        return GoogleAccount.PROVIDER;
    }

    @Override
    public Optional<VoiceProviders.Connection> connect(
            Optional<ApiKey> key, Supplier<ProviderHttpClient> http, InstantSource clock) {
        return key.map(apiKey -> new GoogleAccount(url, apiKey).connection(http.get(), clock));
    }
}
