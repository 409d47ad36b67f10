package io.parler.conversion.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.provider.ApiKey;
import io.parler.conversion.provider.BaseUrl;
import io.parler.conversion.provider.ProviderHttpClient;
import io.parler.conversion.provider.ProviderServer;
import io.parler.conversion.provider.ProviderUnavailableException;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.conversion.voice.VoiceProfile;
import io.parler.conversion.voice.VoiceProviders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The responses of OpenAI, and of other servers with its protocol, are handled.
class OpenAiSynthesizerIT {
    private static final Utterance HELLO = Utterance.text("Hello 🌍.");

    private OpenAiServer openAi;
    private VoiceProviders.Connection service;
    private VoiceProfile voice;

    @BeforeEach
    void start() throws IOException {
        openAi = new OpenAiServer();
        service = openAi.connection();
        voice = service.voices().get().getFirst();
    }

    @AfterEach
    void stop() {
        openAi.close();
    }

    @Test
    void speechIsBilledByTheCharacter() throws InterruptedException {
        assertThat(service.synthesizer().synthesize(HELLO, voice))
                .isInstanceOfSatisfying(
                        CallResult.Success.class,
                        given -> {
                            assertThat(given.billedCharacters()).isEqualTo(8);
                            assertThat(
                                            ((SynthesizedSpeech) given.value())
                                                    .audio()
                                                    .run()
                                                    .format()
                                                    .sampleRate())
                                    .isEqualTo(24_000);
                        });
        ProviderServer.ReceivedRequest asked = openAi.asked().getLast();
        assertThat(asked.path()).isEqualTo("/audio/speech");
        assertThat(asked.header("Authorization")).contains("Bearer " + ProviderServer.KEY);
        assertThat(asked.header("Upgrade")).isEmpty();
        assertThat(asked.json().path("model").asText()).isEqualTo("tts-1");
        assertThat(asked.json().path("input").asText()).isEqualTo("Hello 🌍.");
        assertThat(asked.json().path("voice").asText()).isEqualTo("af_heart");
        assertThat(asked.json().path("response_format").asText()).isEqualTo("mp3");
    }

    @ParameterizedTest
    @CsvSource({
        "408, timeout",
        "409, lock_timeout",
        "429, rate_limit_exceeded",
        "500, server_error",
        "503, overloaded",
    })
    void temporaryErrorsAreBusy(int status, String code) throws InterruptedException {
        openAi.respondFirstWith(fails(status, code));

        assertThat(service.synthesizer().synthesize(HELLO, voice))
                .isInstanceOf(CallResult.Busy.class);
        assertThat(service.synthesizer().synthesize(HELLO, voice))
                .isInstanceOf(CallResult.Success.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, string_above_max_length, TEXT_TOO_LONG",
        "400, context_length_exceeded, TEXT_TOO_LONG",
        "413, too_large, TEXT_TOO_LONG",
        "400, content_policy_violation, TEXT_REJECTED",
        "422, validation_error, TEXT_REJECTED",
        "404, model_not_found, VOICE_UNKNOWN",
    })
    void permanentErrorsAreRefused(int status, String code, CallResult.Reason reason)
            throws InterruptedException {
        openAi.respondFirstWith(fails(status, code));

        assertThat(service.synthesizer().synthesize(HELLO, voice))
                .isEqualTo(new CallResult.Refused<>(reason));
    }

    @ParameterizedTest
    @CsvSource({"401, invalid_api_key", "403, unsupported_country", "429, insufficient_quota"})
    void aWrongKeyIsThrownAndNeverRevealed(int status, String code) {
        openAi.respondFirstWith(
                ProviderServer.PreparedResponse.json(
                        status,
                        OpenAiServer.error("x", code, ProviderServer.KEY + " " + HELLO.input())));

        assertThatThrownBy(() -> service.synthesizer().synthesize(HELLO, voice))
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("the voice provider openai failed: " + status + " " + code)
                .hasNoCause();
        assertThat(openAi.account().toString()).doesNotContain(ProviderServer.KEY);
    }

    @ParameterizedTest
    @CsvSource({"retry-after-ms, 1500, 1500", "Retry-After, 7, 7000"})
    void retryAfterIsParsed(String header, String value, long milliseconds)
            throws InterruptedException {
        openAi.respondFirstWith(fails(429, "rate_limit_exceeded").with(header, value));

        assertThat(service.synthesizer().synthesize(HELLO, voice))
                .isEqualTo(
                        new CallResult.Busy<>(
                                "429 rate_limit_exceeded",
                                Optional.of(Duration.ofMillis(milliseconds))));
    }

    @Test
    void aRetryAfterDateIsParsed() throws InterruptedException {
        Instant until = Instant.now().plusSeconds(40);
        openAi.respondFirstWith(
                fails(429, "x")
                        .with(
                                "Retry-After",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        until.atOffset(ZoneOffset.UTC))));

        assertThat(service.synthesizer().synthesize(HELLO, voice))
                .isInstanceOfSatisfying(
                        CallResult.Busy.class,
                        busy ->
                                assertThat((Duration) busy.retryAfter().orElseThrow())
                                        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40)));
    }

    @Test
    void aResponseWithoutMp3IsBusy() throws InterruptedException {
        openAi.respondFirstWith(ProviderServer.PreparedResponse.json(200, "{}"));

        assertThat(service.synthesizer().synthesize(HELLO, voice))
                .isInstanceOf(CallResult.Busy.class);
    }

    @Test
    void aFailedConnectionIsBusy() throws InterruptedException {
        openAi.respondFirstWith(fails(500, "x"));
        OpenAiAccount nowhere = at("http://127.0.0.1:1");

        assertThat(new OpenAiSynthesizer(openAi.http(), nowhere).synthesize(HELLO, voice))
                .isInstanceOf(CallResult.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 1440\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n5a0\r\n"})
    void truncatedAudioIsBusy(String head) throws Exception {
        byte[] part = ProviderServer.spoken(ProviderServer.MONO_24_KHZ, "1234");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual()
                    .start(() -> answerAndHangUp(server, "HTTP/1.1 200 OK\r\n" + head, part));
            OpenAiAccount account = at("http://127.0.0.1:" + server.getLocalPort());

            assertThat(new OpenAiSynthesizer(openAi.http(), account).synthesize(HELLO, voice))
                    .isInstanceOf(CallResult.Busy.class);
        }
    }

    @Test
    void aMissingResponseIsBusy() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OpenAiAccount account = at("http://127.0.0.1:" + silent.getLocalPort());

            assertThat(
                            openAi.http()
                                    .call(
                                            account.request("/audio/speech").GET(),
                                            Duration.ofMillis(50)))
                    .isInstanceOf(ProviderHttpClient.Outcome.Failed.class);
        }
    }

    @Test
    void anInterruptedCallEnds() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> service.synthesizer().synthesize(HELLO, voice))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void anotherServersVoicesAreFetchedAndCostNothing() {
        assertThat(service.voices().get())
                .extracting(v -> v.id() + " " + v.language() + " " + v.gender())
                .containsExactly(
                        "openai:af_heart en-US Female",
                        "openai:zm_yunxi cmn-CN Male",
                        "openai:custom en Neutral");
        assertThat(voice.engine().pricing().perMillion()).isEqualTo(BigDecimal.ZERO);
        assertThat(voice.engine().limit().characters()).isEqualTo(1_500);
    }

    @Test
    void aServerWithoutAListHasTheDefaultVoices() {
        openAi.respondFirstWith(fails(404, "not_found"));

        assertThat(new OpenAiVoices(openAi.http(), openAi.account()).list()).hasSize(13);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500})
    void aFailedListMakesTheProviderUnavailable(int status) {
        openAi.respondFirstWith(fails(status, "x"));

        assertThatThrownBy(() -> new OpenAiVoices(openAi.http(), openAi.account()).list())
                .isInstanceOf(ProviderUnavailableException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "tts-1, 15, 9, 4096",
        "tts-1-hd, 30, 9, 4096",
        "gpt-4o-mini-tts, 16, 13, 1500",
    })
    void openAisVoicesDependOnTheModel(String model, String price, int count, int limit) {
        OpenAiAccount account =
                new OpenAiAccount(
                        OpenAiAccount.DEFAULT_URL,
                        Optional.of(new ApiKey("k")),
                        model,
                        List.of(),
                        Optional.empty(),
                        8);
        List<VoiceProfile> voices =
                account.connection(openAi.http(), InstantSource.system()).voices().get();

        assertThat(voices).hasSize(count);
        assertThat(voices.getFirst().id()).hasToString("openai:alloy");
        assertThat(voices.getFirst().gender()).isEqualTo("Neutral");
        assertThat(voices.getFirst().speaks("cy")).isTrue();
        assertThat(voices.getFirst().engine().id()).isEqualTo(model);
        assertThat(voices.getFirst().engine().pricing().perMillion()).isEqualTo(price);
        assertThat(voices.getFirst().engine().limit().characters()).isEqualTo(limit);
    }

    private static OpenAiAccount at(String url) {
        return new OpenAiAccount(
                new BaseUrl(url), Optional.empty(), "m", List.of(), Optional.empty(), 1);
    }

    private static ProviderServer.PreparedResponse fails(int status, String code) {
        return ProviderServer.PreparedResponse.json(
                status, OpenAiServer.error("some_error", code, "prepared"));
    }

    private static void answerAndHangUp(ServerSocket server, String head, byte[] part) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            byte[] request = new byte[8_192];
            assertThat(socket.getInputStream().read(request)).isPositive();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
