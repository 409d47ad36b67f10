package io.parler.conversion.provider.polly;

import static io.parler.conversion.testing.TestVoices.JOANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.conversion.aws.AwsInMemory;
import io.parler.conversion.mp3.FrameHeader;
import io.parler.conversion.mp3.FrameRun;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.speech.Utterance;
import io.parler.conversion.voice.CallResult;
import io.parler.conversion.voice.SynthesizedSpeech;
import io.parler.problem.UnavailableException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.polly.PollyClient;
import software.amazon.awssdk.services.polly.model.PollyException;

/// Every response of Polly becomes success, refused, busy or an exception.
class PollySynthesizerIT {
    private static final Utterance HELLO = Utterance.text("Hello.");
    private AwsInMemory aws;
    private PollySynthesizer voice;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsInMemory();
        voice = voiceAt(aws.address());
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void synthesizedAudioHasItsCost() throws InterruptedException {
        assertThat(voice.synthesize(HELLO, JOANNA))
                .isInstanceOfSatisfying(
                        CallResult.Success.class,
                        spoken -> {
                            assertThat(spoken.billedCharacters()).isEqualTo(6);
                            FrameRun run = ((SynthesizedSpeech) spoken.value()).audio().run();
                            assertThat(run.format().sampleRate()).isEqualTo(24_000);
                            assertThat(run.frames()).isEqualTo(7);
                        });
    }

    @Test
    void ssmlIsSentAndItsTagsAreNotBilled() throws InterruptedException {
        Utterance ssml =
                new Utterance(Utterance.Form.SSML, "<speak><sub alias=\"a b\">ab</sub></speak>");

        assertThat(voice.synthesize(ssml, JOANNA))
                .isInstanceOfSatisfying(
                        CallResult.Success.class,
                        spoken -> assertThat(spoken.billedCharacters()).isEqualTo(2));
        assertThat(aws.polly().spoken()).containsOnlyKeys(ssml.input());
    }

    @ParameterizedTest
    @CsvSource({
        "400, ThrottlingException",
        "429, TooManyRequestsException",
        "500, ServiceFailureException",
        "503, ServiceUnavailable",
    })
    void temporaryErrorsAreBusy(int status, String code) throws InterruptedException {
        aws.polly().answers(AwsInMemory.Response.problem(status, code));

        assertThat(voice.synthesize(HELLO, JOANNA)).isInstanceOf(CallResult.Busy.class);
        assertThat(voice.synthesize(HELLO, JOANNA)).isInstanceOf(CallResult.Success.class);
    }

    /// The response of a load balancer in front of Polly.
    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void anOutageWithoutAnErrorCodeIsBusy(int status) throws InterruptedException {
        aws.polly().answers(AwsInMemory.Response.of(status, "<html>Bad Gateway</html>"));

        assertThat(voice.synthesize(HELLO, JOANNA)).isInstanceOf(CallResult.Busy.class);
    }

    @Test
    void aRefusalWithoutErrorCodeIsThrown() {
        aws.polly().answers(AwsInMemory.Response.of(400, ""));

        assertThatThrownBy(() -> voice.synthesize(HELLO, JOANNA))
                .isInstanceOf(UnavailableException.class)
                .hasCauseInstanceOf(PollyException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TextLengthExceededException, TEXT_TOO_LONG",
        "InvalidSsmlException, MARKUP_REJECTED",
        "EngineNotSupportedException, VOICE_UNKNOWN",
        "ValidationException, TEXT_REJECTED",
        "InvalidSampleRateException, TEXT_REJECTED",
    })
    void permanentErrorsAreRefused(String code, CallResult.Reason reason)
            throws InterruptedException {
        aws.polly().answers(AwsInMemory.Response.problem(400, code));

        assertThat(voice.synthesize(HELLO, JOANNA)).isEqualTo(new CallResult.Refused<>(reason));
    }

    @ParameterizedTest
    @CsvSource({"403, AccessDeniedException", "400, ExpiredTokenException"})
    void anErrorOfTheRoleIsThrown(int status, String code) {
        aws.polly().answers(AwsInMemory.Response.problem(status, code));

        assertThatThrownBy(() -> voice.synthesize(HELLO, JOANNA))
                .isInstanceOf(UnavailableException.class)
                .hasCauseInstanceOf(PollyException.class);
    }

    @Test
    void aResponseWithoutMp3IsBusy() throws InterruptedException {
        aws.polly().answers(new AwsInMemory.Response(200, Map.of(), new byte[8]));

        assertThat(voice.synthesize(HELLO, JOANNA)).isInstanceOf(CallResult.Busy.class);
    }

    @Test
    void aFailedConnectionIsBusy() throws InterruptedException {
        aws.close();

        assertThat(voice.synthesize(HELLO, JOANNA)).isInstanceOf(CallResult.Busy.class);
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 1440", "Transfer-Encoding: chunked"})
    void truncatedAudioIsBusy(String header) throws Exception {
        byte[] whole = Mp3.silence(new FrameHeader(0xfff364c4), 10).bytes();
        byte[] part = Arrays.copyOf(whole, 5 * 144);
        String size = header.contains("chunked") ? Integer.toHexString(whole.length) + "\r\n" : "";
        String head =
                "HTTP/1.1 200 OK\r\nx-amzn-RequestCharacters: 6\r\n" + header + "\r\n\r\n" + size;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAndHangUp(server, head, part));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort());

            assertThat(voiceAt(address).synthesize(HELLO, JOANNA))
                    .isInstanceOf(CallResult.Busy.class);
        }
    }

    @Test
    void anInterruptedCallEnds() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> voice.synthesize(HELLO, JOANNA))
                .isInstanceOf(InterruptedException.class);
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

    private static PollySynthesizer voiceAt(URI address) {
        return new PollySynthesizer(
                PollyClient.builder()
                        .endpointOverride(address)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.US_EAST_1)
                        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("id", "secret")))
                        .build());
    }
}
