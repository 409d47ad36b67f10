package io.parler.conversion.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.ProviderServer;
import io.parler.conversion.voice.VoiceProviders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/// A fake of Google Cloud Text-to-Speech.
public final class GoogleServer extends ProviderServer {
    private static final int MOST_BYTES = 5_000;

    private static final String VOICES =
            """
            {"voices":[
              {"languageCodes":["en-US"],"name":"en-US-Chirp3-HD-Kore","ssmlGender":"FEMALE","naturalSampleRateHertz":24000},
              {"languageCodes":["en-US"],"name":"en-US-Neural2-C","ssmlGender":"FEMALE","naturalSampleRateHertz":24000},
              {"languageCodes":["cmn-CN"],"name":"cmn-CN-Wavenet-B","ssmlGender":"MALE","naturalSampleRateHertz":24000},
              {"languageCodes":["de-DE"],"name":"de-DE-Standard-A","ssmlGender":"NEUTRAL","naturalSampleRateHertz":24000},
              {"languageCodes":["en-US"],"name":"en-US-Studio-O","ssmlGender":"FEMALE","naturalSampleRateHertz":24000},
              {"languageCodes":["en-US"],"name":"Achernar","ssmlGender":"FEMALE","naturalSampleRateHertz":24000}]}
            """;

    public GoogleServer() throws IOException {}

    public VoiceProviders.Connection connection() {
        return new GoogleAccount(url(), new ApiKey(KEY)).connection(http(), InstantSource.system());
    }

    public static String error(int status, String name, String message, String reason) {
        return """
        {"error":{"code":%s,"message":"%s","status":"%s","details":[
          {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"%s","domain":"googleapis.com"}]}}
        """
                .formatted(status, message, name, reason);
    }

    @Override
    public PreparedResponse answer(ReceivedRequest request) {
        if (!request.header("x-goog-api-key").equals(Optional.of(KEY))) {
            return PreparedResponse.json(
                    400,
                    error(400, "INVALID_ARGUMENT", "API key not valid: " + KEY, "API_KEY_INVALID"));
        }
        if (request.path().equals("/voices")) {
            return PreparedResponse.json(200, VOICES);
        }
        JsonNode input = request.json().path("input");
        String text = input.path("text").asText() + input.path("ssml").asText();
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return PreparedResponse.json(
                    400,
                    "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"message\":"
                            + "\"Either `input.text` or `input.ssml` is longer than the limit of"
                            + " 5000 bytes.\"}}");
        }
        return PreparedResponse.json(
                200,
                "{\"audioContent\":\"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(spoken(MONO_24_KHZ, text))));
    }
}
