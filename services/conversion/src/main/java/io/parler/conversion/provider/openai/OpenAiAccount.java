package io.parler.conversion.provider.openai;

import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.Http;
import io.parler.conversion.provider.Key;
import io.parler.conversion.voice.CallLimit;
import io.parler.conversion.voice.Engine;
import io.parler.conversion.voice.LatelyAsked;
import io.parler.conversion.voice.Quota;
import io.parler.conversion.voice.Tariff;
import io.parler.conversion.voice.VoiceServices;
import io.parler.conversion.voice.WordTimes;
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
        Optional<Key> key,
        String model,
        List<String> voices,
        Optional<BigDecimal> price,
        int callsInFlight) {
    static final String SERVICE = "openai";
    public static final BaseUrl PUBLIC = new BaseUrl("https://api.openai.com/v1");

    private static final int CALLS_PER_SECOND = 8;

    /// The input of a call ("Create speech").
    private static final int MOST_CHARACTERS = 4_096;

    /// Well within the 2,000 tokens that newer models take, and what a server of our own speaks in
    /// seconds.
    private static final int FEW_CHARACTERS = 1_500;

    public OpenAiAccount {
        voices = List.copyOf(voices);
    }

    public VoiceServices.Service service(Http http, InstantSource clock) {
        return new VoiceServices.Service(
                SERVICE,
                new OpenAiVoice(http, this),
                new LatelyAsked<>(new OpenAiVoices(http, this)::ask, clock));
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
                new Quota(CALLS_PER_SECOND, callsInFlight),
                CallLimit.ofCharacters(
                        isPublic() && isFirstGeneration() ? MOST_CHARACTERS : FEW_CHARACTERS),
                new Tariff(price.orElseGet(this::listPrice), Tariff.Counted.INPUT),
                24_000,
                Set.of(),
                WordTimes.NONE);
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
