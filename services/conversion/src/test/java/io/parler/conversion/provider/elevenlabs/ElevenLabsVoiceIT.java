package io.parler.conversion.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.provider.ServiceFailed;
import io.parler.conversion.provider.ServiceInMemory;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.Answer;
import io.parler.conversion.voice.Mark;
import io.parler.conversion.voice.Sound;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceServices;
import io.parler.conversion.voice.WordTimes;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The answers of ElevenLabs are understood.
class ElevenLabsVoiceIT {
    private static final Utterance HELLO = Utterance.text("Hello.");

    private ElevenLabsInMemory elevenLabs;
    private VoiceServices.Service service;
    private VoiceProfile rachel;

    @BeforeEach
    void start() throws IOException {
        elevenLabs = new ElevenLabsInMemory();
        service = elevenLabs.service();
        rachel = service.voices().get().getFirst();
    }

    @AfterEach
    void stop() {
        elevenLabs.close();
    }

    @Test
    void theVoicesOfAllPagesAreListedWithWhatTheySpeakFirst() {
        assertThat(service.voices().get())
                .extracting(
                        v ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %s %s %s %d",
                                        v.id(),
                                        v.name(),
                                        v.gender(),
                                        v.languages().subList(0, 3),
                                        v.languages().size()))
                .containsExactly(
                        "elevenlabs:21m00 Rachel Female [en, de, ja] 29",
                        "elevenlabs:xyz Kim Neutral [en, ja, zh] 29");
        assertThat(rachel.engine().tariff().perMillion()).isEqualTo("100");
        assertThat(rachel.engine().wordTimes()).isEqualTo(WordTimes.FREE);
        assertThat(elevenLabs.asked())
                .allMatch(a -> a.header("xi-api-key").orElse("").equals(ServiceInMemory.KEY));
    }

    @Test
    void wordsComeWithTheirTimesAndAudioWithItsCost() throws InterruptedException {
        assertThat(service.voice().speak(Utterance.text("Oh 🌍, it's me."), rachel))
                .isInstanceOfSatisfying(
                        Answer.Given.class,
                        given -> {
                            assertThat(given.billedCharacters()).isEqualTo(16);
                            Sound sound = (Sound) given.what();
                            assertThat(sound.audio().run().format().sampleRate()).isEqualTo(44_100);
                            assertThat(sound.marks().orElseThrow())
                                    .containsExactly(
                                            new Mark(0, 2, 0),
                                            new Mark(7, 11, 600),
                                            new Mark(12, 14, 1_100));
                        });
        assertThat(elevenLabs.asked().getLast().path())
                .isEqualTo("/v1/text-to-speech/21m00/with-timestamps?output_format=mp3_44100_64");
    }

    @Test
    void withoutAnAlignmentNoWordHasATime() throws InterruptedException {
        elevenLabs.answersFirst(
                ServiceInMemory.Told.json(
                        200,
                        "{\"audio_base64\":\"%s\",\"alignment\":null}"
                                .formatted(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        ServiceInMemory.spoken(
                                                                ServiceInMemory.MONO_44_KHZ,
                                                                "a")))));

        assertThat(service.voice().speak(HELLO, rachel))
                .isInstanceOfSatisfying(
                        Answer.Given.class,
                        given -> {
                            assertThat(given.billedCharacters()).isEqualTo(6);
                            assertThat(((Sound) given.what()).marks().orElseThrow()).isEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "429, too_many_concurrent_requests",
        "429, system_busy",
        "500, internal_server_error",
        "409, already_running",
    })
    void whatMaySucceedLaterIsBusy(int status, String code) throws InterruptedException {
        fails(status, code);

        assertThat(service.voice().speak(HELLO, rachel)).isInstanceOf(Answer.Busy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, max_character_limit_exceeded, TEXT_TOO_LONG",
        "400, voice_not_found, VOICE_UNKNOWN",
        "404, voice_not_found, VOICE_UNKNOWN",
        "422, anything, TEXT_REJECTED",
    })
    void whatWouldFailAgainIsRefused(int status, String code, Answer.Reason reason)
            throws InterruptedException {
        fails(status, code);

        assertThat(service.voice().speak(HELLO, rachel)).isEqualTo(new Answer.Refused<>(reason));
    }

    @Test
    void aListOfWhatIsWrongIsUnderstood() throws InterruptedException {
        elevenLabs.answersFirst(
                ServiceInMemory.Told.json(
                        422,
                        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"m\"}]}"));

        assertThat(service.voice().speak(HELLO, rachel))
                .isEqualTo(new Answer.Refused<>(Answer.Reason.TEXT_REJECTED));
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_api_key",
        "401, quota_exceeded",
        "402, payment_required",
        "403, output_format_not_allowed",
    })
    void aWrongKeyIsNotTheTextsFaultAndStaysSecret(int status, String code) {
        fails(status, code);

        assertThatThrownBy(() -> service.voice().speak(HELLO, rachel))
                .isInstanceOf(ServiceFailed.class)
                .hasMessage("the voice service elevenlabs failed: " + status + " " + code);
    }

    private void fails(int status, String code) {
        elevenLabs.answersFirst(
                ServiceInMemory.Told.json(
                        status,
                        ElevenLabsInMemory.error(code, ServiceInMemory.KEY + " " + HELLO.input())));
    }
}
