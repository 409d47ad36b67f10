package io.parler.conversion.provider.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.provider.Complaint;
import io.parler.conversion.provider.Http;
import io.parler.conversion.provider.Recorded;
import io.parler.conversion.provider.Reply;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.VoiceProfile;
import java.util.Map;
import java.util.Set;

/// `text:synthesize`, one call at a time.
final class GoogleVoice implements Voice {
    /// Of google.rpc's codes those that pass, whatever HTTP status they come with.
    private static final Set<String> PASSING =
            Set.of("RESOURCE_EXHAUSTED", "UNAVAILABLE", "INTERNAL", "DEADLINE_EXCEEDED", "ABORTED");

    private static final String BAD_KEY = "API_KEY_INVALID";

    private final Http http;
    private final GoogleAccount account;

    GoogleVoice(Http http, GoogleAccount account) {
        this.http = http;
        this.account = account;
    }

    private record Body(Map<String, String> input, VoiceOf voice, Audio audioConfig) {}

    private record VoiceOf(String languageCode, String name) {}

    private record Audio(String audioEncoding, int sampleRateHertz) {}

    @Override
    public Answer<Sound> speak(Utterance utterance, VoiceProfile voice)
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
        return http.speech(
                account.request("/text:synthesize"),
                body,
                reply -> given(reply, utterance),
                GoogleVoice::refused);
    }

    private static Answer<Sound> given(Reply reply, Utterance utterance) {
        return Recorded.mp3(reply.json().path("audioContent").asText())
                .<Answer<Sound>>map(
                        mp3 -> new Answer.Given<>(Sound.of(mp3), utterance.codePoints()))
                .orElseGet(() -> new Answer.Busy<>("no MP3 came"));
    }

    /// With the reason where one is given (google.rpc.ErrorInfo), else the status.
    static Complaint complaint(Reply reply) {
        JsonNode error = reply.json().path("error");
        String code = error.path("status").asText("");
        for (JsonNode detail : error.path("details")) {
            code = detail.path("reason").asText(code);
        }
        return new Complaint(reply.status(), code, error.path("message").asText(""));
    }

    private static Answer<Sound> refused(Reply reply) {
        Complaint complaint = complaint(reply);
        String status = reply.json().at("/error/status").asText("");
        if (reply.mayPass() || PASSING.contains(status)) {
            return reply.busy(status);
        }
        if (complaint.code().equals(BAD_KEY)) {
            throw complaint.by(GoogleAccount.SERVICE);
        }
        return switch (reply.status()) {
            case 400 -> new Answer.Refused<>(reason(complaint));
            case 404 -> new Answer.Refused<>(Answer.Reason.VOICE_UNKNOWN);
            default -> throw complaint.by(GoogleAccount.SERVICE);
        };
    }

    /// Only the message tells what is invalid.
    private static Answer.Reason reason(Complaint complaint) {
        if (complaint.mentions("too long", "longer than", "limit of")) {
            return Answer.Reason.TEXT_TOO_LONG;
        }
        if (complaint.mentions("ssml")) {
            return Answer.Reason.MARKUP_REJECTED;
        }
        return complaint.mentions("voice")
                ? Answer.Reason.VOICE_UNKNOWN
                : Answer.Reason.TEXT_REJECTED;
    }
}
