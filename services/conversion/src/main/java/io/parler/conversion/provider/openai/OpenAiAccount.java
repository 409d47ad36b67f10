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

/// OpenAI, or another server that speaks its protocol, and who we are there.
///
/// @param key none where a server of our own wants none
/// @param voices those to list; empty: those there are
/// @param price of a million characters in US dollars; none: what OpenAI asks for the model, and
///     nothing on another server
public record OpenAiAccount(
        BaseUrl url,
        Optional<ApiKey> key,
        String model,
        List<String> voices,
        Optional<BigDecimal> price,
        int callsInFlight) {
    static final String PROVIDER = "openai";
    public static final BaseUrl PUBLIC = new BaseUrl("https://api.openai.com/v1");

    private static final int CALLS_PER_SECOND = 8;

    /// The input of a call ("Create speech").
    private static final int MAX_CHARACTERS = 4_096;

    /// Well within the 2,000 tokens that newer models take, and what a server of our own speaks in
    /// seconds.
    private static final int MAX_CHARACTERS_OF_NEWER_MODELS = 1_500;

    public OpenAiAccount {
        voices = List.copyOf(voices);
    }

    public VoiceProviders.Connection connection(ProviderHttpClient http, InstantSource clock) {
        return new VoiceProviders.Connection(
                PROVIDER,
                new OpenAiSynthesizer(http, this),
                new ExpiringMemo<>(new OpenAiVoices(http, this)::list, clock));
    }

    boolean isPublic() {
        return url.equals(PUBLIC);
    }

    /// Whether the model is one of the first, which are billed by the character.
    boolean isFirstGeneration() {
        return model.startsWith("tts-1");
    }

    Engine engine() {
        return new Engine(
                model,
                0,
                new RateLimit(CALLS_PER_SECOND, callsInFlight),
                InputLimit.ofCharacters(
                        isPublic() && isFirstGeneration()
                                ? MAX_CHARACTERS
                                : MAX_CHARACTERS_OF_NEWER_MODELS),
                new Pricing(price.orElseGet(this::listPrice), Pricing.Basis.INPUT),
                24_000,
                Set.of(),
                WordTimesSupport.NONE);
    }

    /// Newer models are billed by tokens of text and of audio: about what this is for English.
    private BigDecimal listPrice() {
        if (!isPublic()) {
            return BigDecimal.ZERO;
        }
        String first = model.startsWith("tts-1-hd") ? "30" : "15";
        return new BigDecimal(isFirstGeneration() ? first : "16");
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.at(path));
        key.ifPresent(known -> request.header("Authorization", "Bearer " + known.value()));
        return request;
    }
}
