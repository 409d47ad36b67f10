package io.parler.conversion.provider.elevenlabs;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.voice.Engine;
import io.parler.conversion.voice.ExpiringMemo;
import io.parler.conversion.voice.InputLimit;
import io.parler.conversion.voice.Pricing;
import io.parler.conversion.voice.RateLimit;
import io.parler.conversion.voice.VoiceProviders;
import io.parler.conversion.voice.WordTimesSupport;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// An account at ElevenLabs.
///
/// @param price US dollars per million characters. Empty: the list price of the model
/// @param callsInFlight the number of concurrent calls that the plan allows
public record ElevenLabsAccount(
        BaseUrl url, ApiKey key, String model, Optional<BigDecimal> price, int callsInFlight) {
    static final String PROVIDER = "elevenlabs";
    public static final BaseUrl DEFAULT_URL = new BaseUrl("https://api.elevenlabs.io");

    private static final int CALLS_PER_SECOND = 10;

    /// Below the 5,000 that all models accept: a voice stays steadier over shorter texts.
    private static final int MAX_CHARACTERS = 2_500;

    public VoiceProviders.Connection connection(ProviderHttpClient http, InstantSource clock) {
        return new VoiceProviders.Connection(
                PROVIDER,
                new ElevenLabsSynthesizer(http, this),
                new ExpiringMemo<>(new ElevenLabsVoices(http, this)::list, clock));
    }

    Engine engine() {
        return new Engine(
                model,
                0,
                new RateLimit(CALLS_PER_SECOND, callsInFlight),
                InputLimit.ofCharacters(MAX_CHARACTERS),
                new Pricing(
                        price.orElseGet(() -> ElevenLabs.listPrice(model)), Pricing.Basis.INPUT),
                44_100,
                Set.of(),
                WordTimesSupport.FREE);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.at(path)).header("xi-api-key", key.value());
    }
}
