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

/// `text:synthesize`, one call at a time.
final class GoogleSynthesizer implements SpeechSynthesizer {
    /// Of google.rpc's codes those that pass, whatever HTTP status they come with.
    private static final Set<String> RETRYABLE =
            Set.of("RESOURCE_EXHAUSTED", "UNAVAILABLE", "INTERNAL", "DEADLINE_EXCEEDED", "ABORTED");

    private static final String BAD_KEY = "API_KEY_INVALID";

    private final ProviderHttpClient http;
    private final GoogleAccount account;

    GoogleSynthesizer(ProviderHttpClient http, GoogleAccount account) {
        this.http = http;
        this.account = account;
    }

    private record Body(Map<String, String> input, VoiceOf voice, Audio audioConfig) {}

    private record VoiceOf(String languageCode, String name) {}

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
                        new VoiceOf(voice.language(), voice.id().name()),
                        new Audio("MP3", voice.engine().sampleRate()));
        return http.synthesize(
                account.request("/text:synthesize"),
                body,
                reply -> succeeded(reply, utterance),
                GoogleSynthesizer::refused);
    }

    private static CallResult<SynthesizedSpeech> succeeded(
            ProviderResponse reply, Utterance utterance) {
        return Mp3Decoder.mp3(reply.json().path("audioContent").asText())
                .<CallResult<SynthesizedSpeech>>map(
                        mp3 ->
                                new CallResult.Success<>(
                                        SynthesizedSpeech.of(mp3), utterance.codePoints()))
                .orElseGet(() -> new CallResult.Busy<>("no MP3 came"));
    }

    /// With the reason where one is given (google.rpc.ErrorInfo), else the status.
    static ProviderError providerError(ProviderResponse reply) {
        JsonNode error = reply.json().path("error");
        String code = error.path("status").asText("");
        for (JsonNode detail : error.path("details")) {
            code = detail.path("reason").asText(code);
        }
        return new ProviderError(reply.status(), code, error.path("message").asText(""));
    }

    private static CallResult<SynthesizedSpeech> refused(ProviderResponse reply) {
        ProviderError providerError = providerError(reply);
        String status = reply.json().at("/error/status").asText("");
        if (reply.isRetryable() || RETRYABLE.contains(status)) {
            return reply.busy(status);
        }
        if (providerError.code().equals(BAD_KEY)) {
            throw providerError.toException(GoogleAccount.PROVIDER);
        }
        return switch (reply.status()) {
            case 400 -> new CallResult.Refused<>(reason(providerError));
            case 404 -> new CallResult.Refused<>(CallResult.Reason.VOICE_UNKNOWN);
            default -> throw providerError.toException(GoogleAccount.PROVIDER);
        };
    }

    /// Only the message tells what is invalid.
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
