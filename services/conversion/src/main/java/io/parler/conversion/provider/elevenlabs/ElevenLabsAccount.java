package io.parler.conversion.provider.elevenlabs;

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
import java.util.Optional;
import java.util.Set;

/// ElevenLabs, and who we are there.
///
/// @param price of a million characters in US dollars; none: what the API's list says of the model
/// @param callsInFlight what the plan allows
public record ElevenLabsAccount(
        BaseUrl url, Key key, String model, Optional<BigDecimal> price, int callsInFlight) {
    static final String SERVICE = "elevenlabs";
    public static final BaseUrl PUBLIC = new BaseUrl("https://api.elevenlabs.io");

    private static final int CALLS_PER_SECOND = 10;

    /// All models take 5,000 and more; a voice stays steadier over shorter texts.
    private static final int MOST_CHARACTERS = 2_500;

    public VoiceServices.Service service(Http http, InstantSource clock) {
        return new VoiceServices.Service(
                SERVICE,
                new ElevenLabsVoice(http, this),
                new LatelyAsked<>(new ElevenLabsVoices(http, this)::ask, clock));
    }

    Engine engine() {
        return new Engine(
                model,
                0,
                new Quota(CALLS_PER_SECOND, callsInFlight),
                CallLimit.ofCharacters(MOST_CHARACTERS),
                new Tariff(price.orElseGet(this::listPrice), Tariff.Counted.INPUT),
                44_100,
                Set.of(),
                WordTimes.FREE);
    }

    private BigDecimal listPrice() {
        return new BigDecimal(
                model.startsWith("eleven_flash") || model.startsWith("eleven_turbo")
                        ? "50"
                        : "100");
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.at(path)).header("xi-api-key", key.value());
    }
}
