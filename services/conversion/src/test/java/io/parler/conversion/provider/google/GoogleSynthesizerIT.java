package io.parler.conversion.provider.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.provider.ProviderServer;
import io.parler.conversion.provider.ProviderUnavailableException;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceProviders;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The responses of Google are handled.
class GoogleSynthesizerIT {
    private static final Utterance HELLO = Utterance.text("Hello.");

    private GoogleServer google;
    private VoiceProviders.Connection service;
    private VoiceProfile neural;

    @BeforeEach
    void start() throws IOException {
        google = new GoogleServer();
        service = google.connection();
        neural =
                service.voices().get().stream()
                        .filter(voice -> voice.engine().id().equals("neural2"))
                        .findFirst()
                        .orElseThrow();
    }

    @AfterEach
    void stop() {
        google.close();
    }

    @Test
    void voicesOfFamiliesWithAPriceAreListed() {
        assertThat(service.voices().get())
                .extracting(
                        v ->
                                v.id()
                                        + " %s %s %s %s %s"
                                                .formatted(
                                                        v.language(),
                                                        v.gender(),
                                                        v.engine().id(),
                                                        v.engine().pricing().perMillion(),
                                                        v.engine().rateLimit().callsPerSecond()))
                .containsExactly(
                        "google:en-US-Chirp3-HD-Kore en-US Female chirp3-hd 30 3",
                        "google:en-US-Neural2-C en-US Female neural2 16 16",
                        "google:cmn-CN-Wavenet-B cmn-CN Male wavenet 4 16",
                        "google:de-DE-Standard-A de-DE Neutral standard 4 16",
                        "google:en-US-Studio-O en-US Female studio 160 8");
        assertThat(google.asked().getFirst().header("x-goog-api-key")).contains(ProviderServer.KEY);
    }

    @Test
    void ssmlIsSentAndItsTagsAreBilled() throws InterruptedException {
        Utterance ssml =
                new Utterance(Utterance.Form.SSML, "<speak><sub alias=\"b\">a</sub></speak>");

        assertThat(service.synthesizer().synthesize(ssml, neural))
                .isInstanceOfSatisfying(
                        CallResult.Success.class,
                        given -> assertThat(given.billedCharacters()).isEqualTo(37));
        assertThat(google.asked().getLast().json().at("/input/ssml").asText())
                .isEqualTo(ssml.input());
        assertThat(google.asked().getLast().json().at("/voice/languageCode").asText())
                .isEqualTo("en-US");
        assertThat(google.asked().getLast().json().at("/audioConfig").toString())
                .isEqualTo("{\"audioEncoding\":\"MP3\",\"sampleRateHertz\":24000}");
    }

    @ParameterizedTest
    @CsvSource({
        "429, RESOURCE_EXHAUSTED",
        "503, UNAVAILABLE",
        "500, INTERNAL",
        "504, DEADLINE_EXCEEDED"
    })
    void temporaryErrorsAreBusy(int status, String name) throws InterruptedException {
        google.respondFirstWith(
                ProviderServer.PreparedResponse.json(
                        status, GoogleServer.error(status, name, "m", "RATE_LIMIT_EXCEEDED")));

        assertThat(service.synthesizer().synthesize(HELLO, neural))
                .isInstanceOf(CallResult.Busy.class);
    }

    @ParameterizedTest
    @CsvSource({
        "This request contains sentences that are too long., TEXT_TOO_LONG",
        "Invalid SSML. Newer voices like Neural2 require valid SSML., MARKUP_REJECTED",
        "Voice 'en-US-Neural2-Z' does not exist., VOICE_UNKNOWN",
        "Something else., TEXT_REJECTED",
    })
    void permanentErrorsAreRefused(String message, CallResult.Reason reason)
            throws InterruptedException {
        google.respondFirstWith(
                ProviderServer.PreparedResponse.json(
                        400, GoogleServer.error(400, "INVALID_ARGUMENT", message, "x")));

        assertThat(service.synthesizer().synthesize(HELLO, neural))
                .isEqualTo(new CallResult.Refused<>(reason));
    }

    @Test
    void aTextOfTooManyBytesIsTooLong() throws InterruptedException {
        assertThat(service.synthesizer().synthesize(Utterance.text("語".repeat(1_700)), neural))
                .isEqualTo(new CallResult.Refused<>(CallResult.Reason.TEXT_TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_ARGUMENT, API_KEY_INVALID",
        "401, UNAUTHENTICATED, CREDENTIALS_MISSING",
        "403, PERMISSION_DENIED, SERVICE_DISABLED",
    })
    void aWrongKeyIsThrownAndNeverRevealed(int status, String name, String reason) {
        google.respondFirstWith(
                ProviderServer.PreparedResponse.json(
                        status, GoogleServer.error(status, name, ProviderServer.KEY, reason)));

        assertThatThrownBy(() -> service.synthesizer().synthesize(HELLO, neural))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("the voice provider google failed: " + status + " " + reason);
    }
}
