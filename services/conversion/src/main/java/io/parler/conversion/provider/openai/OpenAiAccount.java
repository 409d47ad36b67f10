package io.parler.conversion.provider.openai;

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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An account at OpenAI, or another server with the same protocol.
///
/// @param key empty for a server that needs none
/// @param voices the voices to list. Empty: all of the server's voices
/// @param price US dollars per million characters. Empty: OpenAI's price for the model, or 0 for
///     another server
public record OpenAiAccount(
        BaseUrl url,
        Optional<ApiKey> key,
        String model,
        List<String> voices,
        Optional<BigDecimal> price,
        int callsInFlight) {
    static final String PROVIDER = "openai";
    public static final BaseUrl DEFAULT_URL = new BaseUrl("https://api.openai.com/v1");

    private static final int CALLS_PER_SECOND = 8;

    /// The limit of the first models ("Create speech").
    private static final int MAX_CHARACTERS_FIRST_MODELS = 4_096;

    /// Well below the 2,000 tokens that newer models accept, and short enough for another server
    /// to synthesize in seconds.
    private static final int MAX_CHARACTERS_NEWER_MODELS = 1_500;

    public OpenAiAccount {
        voices = List.copyOf(voices);
    }

    public VoiceProviders.Connection connection(ProviderHttpClient http, InstantSource clock) {
        return new VoiceProviders.Connection(
                PROVIDER,
                new OpenAiSynthesizer(http, this),
                new ExpiringMemo<>(new OpenAiVoices(http, this)::list, clock));
    }

    boolean isOpenAi() {
        return url.equals(DEFAULT_URL);
    }

    /// Whether the model is of the first generation, which is billed by the character.
    boolean isFirstGeneration() {
        return model.startsWith("tts-1");
    }

    Engine engine() {
        return new Engine(
                model,
                0,
                new RateLimit(CALLS_PER_SECOND, callsInFlight),
                InputLimit.ofCharacters(
                        isOpenAi() && isFirstGeneration()
                                ? MAX_CHARACTERS_FIRST_MODELS
                                : MAX_CHARACTERS_NEWER_MODELS),
                new Pricing(price.orElseGet(this::listPrice), Pricing.Basis.INPUT),
                24_000,
                Set.of(),
                WordTimesSupport.NONE);
    }

    /// Newer models are billed by text and audio tokens. This is about what they cost for English.
    private BigDecimal listPrice() {
        if (!isOpenAi()) {
            return BigDecimal.ZERO;
        }
        String firstGeneration = model.startsWith("tts-1-hd") ? "30" : "15";
        return new BigDecimal(isFirstGeneration() ? firstGeneration : "16");
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.at(path));
        key.ifPresent(apiKey -> request.header("Authorization", "Bearer " + apiKey.value()));
        return request;
    }
}
