package io.parler.conversion.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.provider.ProviderServer;
import io.parler.conversion.provider.ProviderUnavailableException;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SpeechMark;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceProviders;
import io.parler.conversion.voice.WordTimesSupport;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The responses of ElevenLabs are handled.
class ElevenLabsSynthesizerIT {
    private static final Utterance HELLO = Utterance.text("Hello.");

    private ElevenLabsServer elevenLabs;
    private VoiceProviders.Connection service;
    private VoiceProfile rachel;

    @BeforeEach
    void start() throws IOException {
        elevenLabs = new ElevenLabsServer();
        service = elevenLabs.connection();
        rachel = service.voices().get().getFirst();
    }

    @AfterEach
    void stop() {
        elevenLabs.close();
    }

    @Test
    void theVoicesOfAllPagesAreListedWithTheirMainLanguageFirst() {
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
        assertThat(rachel.engine().pricing().perMillion()).isEqualTo("100");
        assertThat(rachel.engine().wordTimes()).isEqualTo(WordTimesSupport.FREE);
        assertThat(elevenLabs.asked())
                .allMatch(a -> a.header("xi-api-key").orElse("").equals(ProviderServer.KEY));
    }

    @Test
    void speechHasWordTimesAndItsCost() throws InterruptedException {
        assertThat(service.synthesizer().synthesize(Utterance.text("Oh 🌍, it's me."), rachel))
                .isInstanceOfSatisfying(
                        CallResult.Success.class,
                        given -> {
                            assertThat(given.billedCharacters()).isEqualTo(16);
                            SynthesizedSpeech sound = (SynthesizedSpeech) given.value();
                            assertThat(sound.audio().run().format().sampleRate()).isEqualTo(44_100);
                            assertThat(sound.speechMarks().orElseThrow())
                                    .containsExactly(
                                            new SpeechMark(0, 2, 0),
                                            new SpeechMark(7, 11, 600),
                                            new SpeechMark(12, 14, 1_100));
                        });
        assertThat(elevenLabs.asked().getLast().path())
                .isEqualTo("/v1/text-to-speech/21m00/with-timestamps?output_format=mp3_44100_64");
    }

    @Test
    void withoutAlignmentNoWordHasATime() throws InterruptedException {
        elevenLabs.respondFirstWith(
                ProviderServer.PreparedResponse.json(
                        200,
                        "{\"audio_base64\":\"%s\",\"alignment\":null}"
                                .formatted(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        ProviderServer.spoken(
                                                                ProviderServer.MONO_44_KHZ,
                                                                "a")))));

        assertThat(service.synthesizer().synthesize(HELLO, rachel))
                .isInstanceOfSatisfying(
                        CallResult.Success.class,
                        given -> {
                            assertThat(given.billedCharacters()).isEqualTo(6);
                            assertThat(
                                            ((SynthesizedSpeech) given.value())
                                                    .speechMarks()
                                                    .orElseThrow())
                                    .isEmpty();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "429, too_many_concurrent_requests",
        "429, system_busy",
        "500, internal_server_error",
        "409, already_running",
    })
    void temporaryErrorsAreBusy(int status, String code) throws InterruptedException {
        fails(status, code);

        assertThat(service.synthesizer().synthesize(HELLO, rachel))
                .isInstanceOf(CallResult.Busy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, max_character_limit_exceeded, TEXT_TOO_LONG",
        "400, voice_not_found, VOICE_UNKNOWN",
        "404, voice_not_found, VOICE_UNKNOWN",
        "422, anything, TEXT_REJECTED",
    })
    void permanentErrorsAreRefused(int status, String code, CallResult.Reason reason)
            throws InterruptedException {
        fails(status, code);

        assertThat(service.synthesizer().synthesize(HELLO, rachel))
                .isEqualTo(new CallResult.Refused<>(reason));
    }

    @Test
    void aListOfValidationErrorsIsParsed() throws InterruptedException {
        elevenLabs.respondFirstWith(
                ProviderServer.PreparedResponse.json(
                        422,
                        "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"m\"}]}"));

        assertThat(service.synthesizer().synthesize(HELLO, rachel))
                .isEqualTo(new CallResult.Refused<>(CallResult.Reason.TEXT_REJECTED));
    }

    @ParameterizedTest
    @CsvSource({
        "401, invalid_api_key",
        "401, quota_exceeded",
        "402, payment_required",
        "403, output_format_not_allowed",
    })
    void aWrongKeyIsThrownAndNeverRevealed(int status, String code) {
        fails(status, code);

        assertThatThrownBy(() -> service.synthesizer().synthesize(HELLO, rachel))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("the voice provider elevenlabs failed: " + status + " " + code);
    }

    private void fails(int status, String code) {
        elevenLabs.respondFirstWith(
                ProviderServer.PreparedResponse.json(
                        status,
                        ElevenLabsServer.error(code, ProviderServer.KEY + " " + HELLO.input())));
    }
}
