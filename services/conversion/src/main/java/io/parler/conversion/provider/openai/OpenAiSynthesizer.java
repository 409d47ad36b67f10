package io.parler.conversion.provider.openai;

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

/// Synthesizes with OpenAI: `POST /audio/speech`.
final class OpenAiSynthesizer implements SpeechSynthesizer {
    /// Has the status of "too many requests", but waiting does not help.
    private static final String NO_CREDIT = "insufficient_quota";

    private final ProviderHttpClient http;
    private final OpenAiAccount account;

    OpenAiSynthesizer(ProviderHttpClient http, OpenAiAccount account) {
        this.http = http;
        this.account = account;
    }

    private record Body(String model, String input, String voice, String response_format) {}

    @Override
    public CallResult<SynthesizedSpeech> synthesize(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        Body body = new Body(voice.engine().id(), utterance.input(), voice.id().name(), "mp3");
        return http.synthesize(
                account.request("/audio/speech"),
                body,
                response -> succeeded(response, utterance),
                OpenAiSynthesizer::failed);
    }

    /// The response does not say what is billed. It is the characters of the input.
    private static CallResult<SynthesizedSpeech> succeeded(
            ProviderResponse response, Utterance utterance) {
        return Mp3Decoder.decode(response.body())
                .<CallResult<SynthesizedSpeech>>map(
                        mp3 ->
                                new CallResult.Success<>(
                                        SynthesizedSpeech.of(mp3), utterance.codePoints()))
                .orElseGet(() -> new CallResult.Busy<>("the response has no MP3"));
    }

    private static CallResult<SynthesizedSpeech> failed(ProviderResponse response) {
        JsonNode error = response.json().path("error");
        String code = error.path("code").asText("");
        ProviderError providerError =
                new ProviderError(
                        response.status(),
                        code.isEmpty() ? error.path("type").asText("") : code,
                        // Python servers put the message here.
                        error.path("message").asText("") + response.json().path("detail"));
        if (providerError.code().equals(NO_CREDIT)) {
            throw providerError.toException(OpenAiAccount.PROVIDER);
        }
        if (response.isRetryable()) {
            return response.busy(providerError.code());
        }
        return switch (response.status()) {
            case 404 -> new CallResult.Refused<>(CallResult.Reason.VOICE_UNKNOWN);
            case 413 -> new CallResult.Refused<>(CallResult.Reason.TEXT_TOO_LONG);
            case 400, 422 ->
                    new CallResult.Refused<>(reason(providerError, error.path("param").asText("")));
            default -> throw providerError.toException(OpenAiAccount.PROVIDER);
        };
    }

    private static CallResult.Reason reason(ProviderError providerError, String parameter) {
        if (providerError.mentions(
                "string_above_max_length", "string_too_long", "context_length_exceeded")) {
            return CallResult.Reason.TEXT_TOO_LONG;
        }
        return parameter.equals("voice") || providerError.mentions("voice ")
                ? CallResult.Reason.VOICE_UNKNOWN
                : CallResult.Reason.TEXT_REJECTED;
    }
}
