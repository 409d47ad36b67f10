package io.parler.conversion.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.provider.Mp3Decoder;
import io.parler.conversion.provider.ProviderError;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderResponse;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Synthesizes with ElevenLabs: `POST /v1/text-to-speech/{voice_id}/with-timestamps`.
final class ElevenLabsSynthesizer implements SpeechSynthesizer {
    /// Mono, 44.1 kHz, 64 kbit/s: included in every plan.
    private static final String FORMAT = "mp3_44100_64";

    /// Errors that no other text would avoid, whatever their HTTP status.
    private static final Set<String> CONFIGURATION_ERRORS =
            Set.of(
                    "quota_exceeded",
                    "invalid_api_key",
                    "needs_authorization",
                    "missing_permissions",
                    "model_not_found",
                    "output_format_not_allowed");

    private final ProviderHttpClient http;
    private final ElevenLabsAccount account;

    ElevenLabsSynthesizer(ProviderHttpClient http, ElevenLabsAccount account) {
        this.http = http;
        this.account = account;
    }

    private record Body(String text, String model_id) {}

    @Override
    public CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        Body body = new Body(utterance.input(), voice.engine().id());
        String id = URLEncoder.encode(voice.id().name(), StandardCharsets.UTF_8);
        String path = "/v1/text-to-speech/" + id + "/with-timestamps?output_format=" + FORMAT;
        return http.synthesize(
                account.request(path),
                body,
                response -> succeeded(response, utterance),
                ElevenLabsSynthesizer::failed);
    }

    private static CallResult<SynthesizedSpeech> succeeded(
            ProviderResponse response, Utterance utterance) {
        JsonNode json = response.json();
        Optional<Mp3> mp3 = Mp3Decoder.decode(json.path("audio_base64").asText());
        if (mp3.isEmpty()) {
            return new CallResult.Busy<>("the response has no MP3");
        }
        SynthesizedSpeech speech =
                new SynthesizedSpeech(
                        mp3.get(),
                        Optional.of(
                                Alignment.speechMarks(json.path("alignment"), utterance.input())));
        return new CallResult.Success<>(speech, cost(response, utterance));
    }

    private static int cost(ProviderResponse response, Utterance utterance) {
        return response.header("character-cost")
                .filter(cost -> cost.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElseGet(utterance::codePoints);
    }

    /// `detail` is an object, or a list if the request itself is invalid.
    static ProviderError providerError(ProviderResponse response) {
        JsonNode detail = response.json().path("detail");
        JsonNode first = detail.isArray() ? detail.path(0) : detail;
        return new ProviderError(
                response.status(),
                first.path("status").asText(first.path("type").asText("")),
                first.path("message").asText(first.path("msg").asText("")));
    }

    private static CallResult<SynthesizedSpeech> failed(ProviderResponse response) {
        ProviderError providerError = providerError(response);
        if (CONFIGURATION_ERRORS.contains(providerError.code())) {
            throw providerError.toException(ElevenLabsAccount.PROVIDER);
        }
        if (response.isRetryable()) {
            return response.busy(providerError.code());
        }
        return switch (response.status()) {
            case 400, 422 -> new CallResult.Refused<>(reason(providerError.code()));
            case 404 -> new CallResult.Refused<>(CallResult.Reason.VOICE_UNKNOWN);
            default -> throw providerError.toException(ElevenLabsAccount.PROVIDER);
        };
    }

    private static CallResult.Reason reason(String code) {
        return switch (code) {
            case "max_character_limit_exceeded", "text_too_long" -> CallResult.Reason.TEXT_TOO_LONG;
            case "voice_not_found", "invalid_voice_id" -> CallResult.Reason.VOICE_UNKNOWN;
            default -> CallResult.Reason.TEXT_REJECTED;
        };
    }
}
