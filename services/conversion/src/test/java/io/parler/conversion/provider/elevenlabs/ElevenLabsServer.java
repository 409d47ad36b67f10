package io.parler.conversion.provider.elevenlabs;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.ProviderServer;
import io.parler.conversion.voice.VoiceProviders;
import io.parler.http.Json;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A fake of ElevenLabs: each character takes a tenth of a second.
public final class ElevenLabsServer extends ProviderServer {
    private static final int MAX_CHARACTERS = 10_000;

    private static final String FIRST_PAGE =
            """
            {"voices":[{"voice_id":"21m00","name":"Rachel","labels":{"gender":"female","language":"en"},
              "verified_languages":[{"language":"de","model_id":"eleven_multilingual_v2"}]}],
             "has_more":true,"total_count":2,"next_page_token":"a b"}
            """;
    private static final String LAST_PAGE =
            """
            {"voices":[{"voice_id":"xyz","name":"Kim","labels":{}}],"has_more":false,"next_page_token":null}
            """;

    public ElevenLabsServer() throws IOException {}

    public VoiceProviders.Connection connection() {
        return new ElevenLabsAccount(
                        url(), new ApiKey(KEY), "eleven_multilingual_v2", Optional.empty(), 4)
                .connection(http(), InstantSource.system());
    }

    public static String error(String status, String message) {
        return "{\"detail\":{\"status\":\"%s\",\"message\":\"%s\"}}".formatted(status, message);
    }

    @Override
    public PreparedResponse answer(ReceivedRequest request) {
        if (!request.header("xi-api-key").equals(Optional.of(KEY))) {
            return PreparedResponse.json(401, error("invalid_api_key", "Invalid API key " + KEY));
        }
        if (request.path().startsWith("/v2/voices")) {
            return PreparedResponse.json(
                    200, request.path().endsWith("&next_page_token=a+b") ? LAST_PAGE : FIRST_PAGE);
        }
        String text = request.json().path("text").asText();
        if (text.length() > MAX_CHARACTERS) {
            return PreparedResponse.json(400, error("max_character_limit_exceeded", text));
        }
        return PreparedResponse.json(200, Json.string(speech(text)))
                .with("character-cost", Integer.toString(text.length() + 1));
    }

    private static Map<String, Object> speech(String text) {
        List<String> characters = text.codePoints().mapToObj(Character::toString).toList();
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            starts.add(i / 10.0);
            ends.add((i + 1) / 10.0);
        }
        Map<String, Object> alignment =
                Map.of(
                        "characters",
                        characters,
                        "character_start_times_seconds",
                        starts,
                        "character_end_times_seconds",
                        ends);
        return Map.of(
                "audio_base64",
                Base64.getEncoder().encodeToString(spoken(MONO_44_KHZ, text)),
                "alignment",
                alignment);
    }
}
