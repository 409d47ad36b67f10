package io.parler.conversion.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.provider.Mp3Decoder;
import io.parler.conversion.provider.ProviderError;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderResponse;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechSynthesizer;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import java.util.Map;
import java.util.Set;

/// Synthesizes with Google: `text:synthesize`.
final class GoogleSynthesizer implements SpeechSynthesizer {
    /// Codes of google.rpc that are temporary, whatever their HTTP status.
    private static final Set<String> RETRYABLE =
            Set.of("RESOURCE_EXHAUSTED", "UNAVAILABLE", "INTERNAL", "DEADLINE_EXCEEDED", "ABORTED");

    private static final String INVALID_KEY = "API_KEY_INVALID";

    private final ProviderHttpClient http;
    private final GoogleAccount account;

    GoogleSynthesizer(ProviderHttpClient http, GoogleAccount account) {
        this.http = http;
        this.account = account;
    }

    private record Body(Map<String, String> input, VoiceName voice, Audio audioConfig) {}

    private record VoiceName(String languageCode, String name) {}

    private record Audio(String audioEncoding, int sampleRateHertz) {}

    @Override
    public CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        String form =
                switch (utterance.form()) {
                    case TEXT -> "text";
                    case SSML -> "ssml";
                };
        Body body =
                new Body(
                        Map.of(form, utterance.input()),
                        new VoiceName(voice.language(), voice.id().name()),
                        new Audio("MP3", voice.engine().sampleRate()));
        return http.synthesize(
                account.request("/text:synthesize"),
                body,
                response -> succeeded(response, utterance),
                GoogleSynthesizer::failed);
    }

    private static CallResult<SynthesizedSpeech> succeeded(
            ProviderResponse response, Utterance utterance) {
        return Mp3Decoder.decode(response.json().path("audioContent").asText())
                .<CallResult<SynthesizedSpeech>>map(
                        mp3 ->
                                new CallResult.Success<>(
                                        SynthesizedSpeech.of(mp3), utterance.codePoints()))
                .orElseGet(() -> new CallResult.Busy<>("the response has no MP3"));
    }

    /// Its code is the reason (google.rpc.ErrorInfo) if there is one, else the status.
    static ProviderError providerError(ProviderResponse response) {
        JsonNode error = response.json().path("error");
        String code = error.path("status").asText("");
        for (JsonNode detail : error.path("details")) {
            code = detail.path("reason").asText(code);
        }
        return new ProviderError(response.status(), code, error.path("message").asText(""));
    }

    private static CallResult<SynthesizedSpeech> failed(ProviderResponse response) {
        ProviderError providerError = providerError(response);
        String status = response.json().at("/error/status").asText("");
        if (response.isRetryable() || RETRYABLE.contains(status)) {
            return response.busy(status);
        }
        if (providerError.code().equals(INVALID_KEY)) {
            throw providerError.toException(GoogleAccount.PROVIDER);
        }
        return switch (response.status()) {
            case 400 -> new CallResult.Refused<>(reason(providerError));
            case 404 -> new CallResult.Refused<>(CallResult.Reason.VOICE_UNKNOWN);
            default -> throw providerError.toException(GoogleAccount.PROVIDER);
        };
    }

    /// Only the message says what is invalid.
    private static CallResult.Reason reason(ProviderError providerError) {
        if (providerError.mentions("too long", "longer than", "limit of")) {
            return CallResult.Reason.TEXT_TOO_LONG;
        }
        if (providerError.mentions("ssml")) {
            return CallResult.Reason.MARKUP_REJECTED;
        }
        return providerError.mentions("voice")
                ? CallResult.Reason.VOICE_UNKNOWN
                : CallResult.Reason.TEXT_REJECTED;
    }
}
