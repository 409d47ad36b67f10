package io.parler.conversion.provider.google;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.voice.ExpiringMemo;
import io.parler.conversion.voice.VoiceProviders;
import java.net.http.HttpRequest;
import java.time.InstantSource;

/// An account at Google Cloud Text-to-Speech (REST, v1).
public record GoogleAccount(BaseUrl url, ApiKey key) {
    static final String PROVIDER = "google";
    public static final BaseUrl DEFAULT_URL = new BaseUrl("https://texttospeech.googleapis.com/v1");

    public VoiceProviders.Connection connection(ProviderHttpClient http, InstantSource clock) {
        return new VoiceProviders.Connection(
                PROVIDER,
                new GoogleSynthesizer(http, this),
                new ExpiringMemo<>(new GoogleVoices(http, this)::list, clock));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.at(path)).header("x-goog-api-key", key.value());
    }
}
