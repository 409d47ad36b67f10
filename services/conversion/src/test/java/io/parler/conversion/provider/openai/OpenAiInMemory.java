package io.parler.conversion.provider.openai;

import io.parler.conversion.provider.Key;
import io.parler.conversion.provider.ServiceInMemory;
import io.parler.conversion.voice.VoiceServices;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// OpenAI's speech, and the list of voices that other servers have beside it.
public final class OpenAiInMemory extends ServiceInMemory {
    private static final int MOST_CHARACTERS = 4_096;

    public OpenAiInMemory() throws IOException {}

    public VoiceServices.Service service() {
        return account().service(http(), InstantSource.system());
    }

    public OpenAiAccount account() {
        return new OpenAiAccount(
                url(), Optional.of(new Key(KEY)), "tts-1", List.of(), Optional.empty(), 8);
    }

    public static String error(String type, String code, String message) {
        return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":\"%s\"}}"
                .formatted(message, type, code);
    }

    @Override
    public Told answer(Asked request) {
        if (!request.header("Authorization").equals(Optional.of("Bearer " + KEY))) {
            return Told.json(
                    401,
                    error(
                            "invalid_request_error",
                            "invalid_api_key",
                            "Incorrect API key provided: " + KEY));
        }
        if (request.path().equals("/audio/voices")) {
            return Told.json(
                    200,
                    "{\"voices\":[\"af_heart\",{\"id\":\"zm_yunxi\",\"name\":\"Yunxi\"},\"custom\"]}");
        }
        String input = request.json().path("input").asText();
        return input.length() > MOST_CHARACTERS
                ? Told.json(400, error("invalid_request_error", "string_above_max_length", input))
                : new Told(200, Map.of("Content-Type", "audio/mpeg"), spoken(MONO_24_KHZ, input));
    }
}
