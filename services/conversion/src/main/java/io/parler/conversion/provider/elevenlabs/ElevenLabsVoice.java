package io.parler.conversion.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.provider.Complaint;
import io.parler.conversion.provider.Http;
import io.parler.conversion.provider.Recorded;
import io.parler.conversion.provider.Reply;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.Voice;
import io.parler.conversion.voice.VoiceProfile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// `POST /v1/text-to-speech/{voice_id}/with-timestamps`, one call at a time.
final class ElevenLabsVoice implements Voice {
    /// One channel of 44.1 kHz at 64 kbit/s, which every plan may ask for.
    private static final String FORMAT = "mp3_44100_64";

    /// Not the text's fault, whatever HTTP status they come with.
    private static final Set<String> OURS =
            Set.of(
                    "quota_exceeded",
                    "invalid_api_key",
                    "needs_authorization",
                    "missing_permissions",
                    "model_not_found",
                    "output_format_not_allowed");

    private final Http http;
    private final ElevenLabsAccount account;

    ElevenLabsVoice(Http http, ElevenLabsAccount account) {
        this.http = http;
        this.account = account;
    }

    private record Body(String text, String model_id) {}

    @Override
    public Answer<Sound> speak(Utterance utterance, VoiceProfile voice)
            throws InterruptedException {
        Body body = new Body(utterance.input(), voice.engine().id());
        String id = URLEncoder.encode(voice.id().name(), StandardCharsets.UTF_8);
        String path = "/v1/text-to-speech/" + id + "/with-timestamps?output_format=" + FORMAT;
        return http.speech(
                account.request(path),
                body,
                reply -> given(reply, utterance),
                ElevenLabsVoice::refused);
    }

    private static Answer<Sound> given(Reply reply, Utterance utterance) {
        JsonNode json = reply.json();
        Optional<Mp3> mp3 = Recorded.mp3(json.path("audio_base64").asText());
        if (mp3.isEmpty()) {
            return new Answer.Busy<>("no MP3 came");
        }
        Sound sound =
                new Sound(
                        mp3.get(),
                        Optional.of(Alignment.marks(json.path("alignment"), utterance.input())));
        return new Answer.Given<>(sound, cost(reply, utterance));
    }

    private static int cost(Reply reply, Utterance utterance) {
        return reply.header("character-cost")
                .filter(cost -> cost.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElseGet(utterance::codePoints);
    }

    /// `detail` is an object, or a list where the request as such is wrong.
    static Complaint complaint(Reply reply) {
        JsonNode detail = reply.json().path("detail");
        JsonNode first = detail.isArray() ? detail.path(0) : detail;
        return new Complaint(
                reply.status(),
                first.path("status").asText(first.path("type").asText("")),
                first.path("message").asText(first.path("msg").asText("")));
    }

    private static Answer<Sound> refused(Reply reply) {
        Complaint complaint = complaint(reply);
        if (OURS.contains(complaint.code())) {
            throw complaint.by(ElevenLabsAccount.SERVICE);
        }
        if (reply.mayPass()) {
            return reply.busy(complaint.code());
        }
        return switch (reply.status()) {
            case 400, 422 -> new Answer.Refused<>(reason(complaint.code()));
            case 404 -> new Answer.Refused<>(Answer.Reason.VOICE_UNKNOWN);
            default -> throw complaint.by(ElevenLabsAccount.SERVICE);
        };
    }

    private static Answer.Reason reason(String code) {
        return switch (code) {
            case "max_character_limit_exceeded", "text_too_long" -> Answer.Reason.TEXT_TOO_LONG;
            case "voice_not_found", "invalid_voice_id" -> Answer.Reason.VOICE_UNKNOWN;
            default -> Answer.Reason.TEXT_REJECTED;
        };
    }
}
