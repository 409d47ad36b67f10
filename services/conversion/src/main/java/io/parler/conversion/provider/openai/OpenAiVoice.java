package io.parler.conversion.provider.openai;

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

/// `POST /audio/speech`, one call at a time.
final class OpenAiVoice implements Voice {
    /// Told as "too many calls", but no wait helps.
    private static final String NO_MONEY = "insufficient_quota";

    private final Http http;
    private final OpenAiAccount account;

    OpenAiVoice(Http http, OpenAiAccount account) {
        this.http = http;
        this.account = account;
    }

    private record Body(String model, String input, String voice, String response_format) {}

    @Override
    public Answer<Sound> speak(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        Body body = new Body(voice.engine().id(), utterance.input(), voice.id().name(), "mp3");
        return http.speech(
                account.request("/audio/speech"),
                body,
                reply -> given(reply, utterance),
                OpenAiVoice::refused);
    }

    /// The answer does not say what is billed: the characters of the input are.
    private static Answer<Sound> given(Reply reply, Utterance utterance) {
        return Recorded.mp3(reply.body())
                .<Answer<Sound>>map(
                        mp3 -> new Answer.Given<>(Sound.of(mp3), utterance.codePoints()))
                .orElseGet(() -> new Answer.Busy<>("no MP3 came"));
    }

    private static Answer<Sound> refused(Reply reply) {
        JsonNode error = reply.json().path("error");
        String code = error.path("code").asText("");
        Complaint complaint =
                new Complaint(
                        reply.status(),
                        code.isEmpty() ? error.path("type").asText("") : code,
                        // Servers of Python say it elsewhere.
                        error.path("message").asText("") + reply.json().path("detail"));
        if (complaint.code().equals(NO_MONEY)) {
            throw complaint.by(OpenAiAccount.SERVICE);
        }
        if (reply.mayPass()) {
            return reply.busy(complaint.code());
        }
        return switch (reply.status()) {
            case 404 -> new Answer.Refused<>(Answer.Reason.VOICE_UNKNOWN);
            case 413 -> new Answer.Refused<>(Answer.Reason.TEXT_TOO_LONG);
            case 400, 422 ->
                    new Answer.Refused<>(reason(complaint, error.path("param").asText("")));
            default -> throw complaint.by(OpenAiAccount.SERVICE);
        };
    }

    private static Answer.Reason reason(Complaint complaint, String parameter) {
        if (complaint.mentions(
                "string_above_max_length", "string_too_long", "context_length_exceeded")) {
            return Answer.Reason.TEXT_TOO_LONG;
        }
        return parameter.equals("voice") || complaint.mentions("voice ")
                ? Answer.Reason.VOICE_UNKNOWN
                : Answer.Reason.TEXT_REJECTED;
    }
}
