package io.parler.conversion.provider.openai;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.ProviderServer;
import io.parler.conversion.voice.VoiceProviders;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A fake of OpenAI, with the list of voices that other servers have.
public final class OpenAiServer extends ProviderServer {
    private static final int MAX_CHARACTERS = 4_096;

    public OpenAiServer() throws IOException {}

    public VoiceProviders.Connection connection() {
        return account().connection(http(), InstantSource.system());
    }

    public OpenAiAccount account() {
        return new OpenAiAccount(
                url(), Optional.of(new ApiKey(KEY)), "tts-1", List.of(), Optional.empty(), 8);
    }

    public static String error(String type, String code, String message) {
        return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":\"%s\"}}"
                .formatted(message, type, code);
    }

    @Override
    public PreparedResponse answer(ReceivedRequest request) {
        if (!request.header("Authorization").equals(Optional.of("Bearer " + KEY))) {
            return PreparedResponse.json(
                    401,
                    error(
                            "invalid_request_error",
                            "invalid_api_key",
                            "Incorrect API key provided: " + KEY));
        }
        if (request.path().equals("/audio/voices")) {
            return PreparedResponse.json(
                    200,
                    "{\"voices\":[\"af_heart\",{\"id\":\"zm_yunxi\",\"name\":\"Yunxi\"},\"custom\"]}");
        }
        String input = request.json().path("input").asText();
        return input.length() > MAX_CHARACTERS
                ? PreparedResponse.json(
                        400, error("invalid_request_error", "string_above_max_length", input))
                : new PreparedResponse(
                        200, Map.of("Content-Type", "audio/mpeg"), spoken(MONO_24_KHZ, input));
    }
}
