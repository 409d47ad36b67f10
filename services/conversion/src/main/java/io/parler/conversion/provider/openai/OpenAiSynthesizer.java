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

/// `POST /audio/speech`, one call at a time.
final class OpenAiSynthesizer implements SpeechSynthesizer {
    /// Told as "too many calls", but no wait helps.
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
                reply -> succeeded(reply, utterance),
                OpenAiSynthesizer::refused);
    }

    /// The answer does not say what is billed: the characters of the input are.
    private static CallResult<SynthesizedSpeech> succeeded(
            ProviderResponse reply, Utterance utterance) {
        return Mp3Decoder.mp3(reply.body())
                .<CallResult<SynthesizedSpeech>>map(
                        mp3 ->
                                new CallResult.Success<>(
                                        SynthesizedSpeech.of(mp3), utterance.codePoints()))
                .orElseGet(() -> new CallResult.Busy<>("no MP3 came"));
    }

    private static CallResult<SynthesizedSpeech> refused(ProviderResponse reply) {
        JsonNode error = reply.json().path("error");
        String code = error.path("code").asText("");
        ProviderError providerError =
                new ProviderError(
                        reply.status(),
                        code.isEmpty() ? error.path("type").asText("") : code,
                        // Servers of Python say it elsewhere.
                        error.path("message").asText("") + reply.json().path("detail"));
        if (providerError.code().equals(NO_CREDIT)) {
            throw providerError.toException(OpenAiAccount.PROVIDER);
        }
        if (reply.isRetryable()) {
            return reply.busy(providerError.code());
        }
        return switch (reply.status()) {
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
