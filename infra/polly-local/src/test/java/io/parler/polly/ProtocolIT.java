package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parler.polly.PollyTestClient.Heard;
import io.parler.polly.http.FaultInjection;
import io.parler.polly.http.RateLimit;
import io.parler.polly.voice.Engine;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.polly.model.EngineNotSupportedException;
import software.amazon.awssdk.services.polly.model.InvalidNextTokenException;
import software.amazon.awssdk.services.polly.model.InvalidSampleRateException;
import software.amazon.awssdk.services.polly.model.InvalidSsmlException;
import software.amazon.awssdk.services.polly.model.LanguageNotSupportedException;
import software.amazon.awssdk.services.polly.model.LexiconNotFoundException;
import software.amazon.awssdk.services.polly.model.MarksNotSupportedForFormatException;
import software.amazon.awssdk.services.polly.model.PollyException;
import software.amazon.awssdk.services.polly.model.ServiceFailureException;
import software.amazon.awssdk.services.polly.model.SsmlMarksNotSupportedForTextTypeException;
import software.amazon.awssdk.services.polly.model.TextLengthExceededException;
import software.amazon.awssdk.services.polly.model.Voice;

class ProtocolIT {
    private PollyTestClient polly;

    @BeforeEach
    void start() throws IOException {
        polly =
                new PollyTestClient(
                        PollyLocal.start(
                                0, "tone", FaultInjection.NONE, Map.of(), Optional.empty()));
    }

    @AfterEach
    void stop() {
        polly.close();
    }

    @Test
    void aResponseHasItsMediaTypeAndBilledCharacters() {
        var response =
                polly.client()
                        .synthesizeSpeechAsBytes(
                                r -> r.voiceId("Joanna").outputFormat("mp3").text("Hello, world."))
                        .response();
        assertThat(response.contentType()).isEqualTo("audio/mpeg");
        assertThat(response.requestCharacters()).isEqualTo(13);
        assertThat(response.responseMetadata().requestId()).isNotBlank();
    }

    @Test
    void tagsAreNotBilled() {
        var response =
                polly.client()
                        .synthesizeSpeechAsBytes(
                                r ->
                                        r.voiceId("Joanna")
                                                .outputFormat("mp3")
                                                .textType("ssml")
                                                .text("<speak>Hi<break time='1s'/></speak>"))
                        .response();
        assertThat(response.requestCharacters()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "standard,,22050",
        "neural,,24000",
        "neural,8000,8000",
        "standard,16000,16000",
        "neural,22050,22050",
        "neural,44100,44100",
        "neural,48000,48000"
    })
    void mp3IsMonoAtTheRequestedOrDefaultRate(String engine, String rate, int heard) {
        byte[] mp3 =
                polly.speech("One two three four five.", r -> r.engine(engine).sampleRate(rate));
        assertThat(PollyTestClient.hear(mp3))
                .extracting(Heard::sampleRate, Heard::channels)
                .containsExactly(heard, 1);
    }

    @ParameterizedTest
    @CsvSource({",32000", "16000,32000", "8000,16000"})
    void pcmHas16BitsAndTheLengthOfTheMarks(String rate, int bytesPerSecond) {
        byte[] pcm =
                polly.speech("One two. Three four.", r -> r.outputFormat("pcm").sampleRate(rate));
        // 68 ms a letter and a space, and the pause between sentences.
        double seconds = .068 * (3 + 1 + 3 + 1) + .4 + .068 * (5 + 1 + 4 + 1);
        assertThat(pcm.length / (double) bytesPerSecond).isEqualTo(seconds, within(.01));
    }

    @Test
    void theLengthIsProportionalToTheText() {
        double once = PollyTestClient.hear(polly.speech("word ".repeat(20))).seconds();
        double thrice = PollyTestClient.hear(polly.speech("word ".repeat(60))).seconds();
        assertThat(thrice / once).isEqualTo(3, within(.05));
    }

    @Test
    void theSameTextGivesTheSameBytes() {
        assertThat(polly.speech("Again and again.")).isEqualTo(polly.speech("Again and again."));
    }

    @Test
    void mp3StartsWithAFrameAndHasNoTag() {
        byte[] mp3 = polly.speech("Hello.");
        assertThat(mp3[0] & 0xff).isEqualTo(0xff);
        assertThat(mp3[1] & 0xe0).isEqualTo(0xe0);
        assertThat(new String(mp3, StandardCharsets.ISO_8859_1))
                .doesNotContain("Xing", "Info", "TAG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "!?", "😀", "你好", "—"})
    void textWithoutSoundIsAShortSilence(String text) {
        Heard heard = PollyTestClient.hear(polly.speech(text));
        assertThat(heard.seconds()).isBetween(.05, .5);
        assertThat(heard.loudest()).isLessThan(10);
    }

    @Test
    void marksAreInOrderAndHaveTheRightOffsets() {
        String text = "Zoë said: “Déjà vu!” Then 😀 she left.";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<PollyTestClient.Line> marks = polly.marks(text, r -> {});
        assertThat(marks)
                .allSatisfy(
                        mark ->
                                assertThat(
                                                new String(
                                                        bytes,
                                                        mark.start(),
                                                        mark.end() - mark.start(),
                                                        StandardCharsets.UTF_8))
                                        .isEqualTo(mark.value()));
        assertThat(marks).extracting(PollyTestClient.Line::time).isSorted();
        assertThat(marks)
                .filteredOn(mark -> mark.type().equals("word"))
                .extracting(PollyTestClient.Line::value)
                .containsExactly("Zoë", "said", "Déjà", "vu", "Then", "she", "left");
        assertThat(marks)
                .filteredOn(mark -> mark.type().equals("sentence"))
                .extracting(PollyTestClient.Line::value)
                .containsExactly("Zoë said: “Déjà vu!”", "Then 😀 she left.");
    }

    @Test
    void onlyTheRequestedMarkTypesAreSent() {
        assertThat(polly.marks("One. Two.", r -> r.speechMarkTypesWithStrings("sentence")))
                .extracting(PollyTestClient.Line::type)
                .containsOnly("sentence");
        assertThat(
                        polly.marks(
                                "<speak>One <mark name=\"m\"/> two.</speak>",
                                r -> r.textType("ssml").speechMarkTypesWithStrings("ssml")))
                .singleElement()
                .satisfies(mark -> assertThat(mark.value()).isEqualTo("m"));
    }

    @Test
    void voicesAreListedAndFiltered() {
        assertThat(polly.client().describeVoices().voices())
                .extracting(Voice::idAsString)
                .contains("Joanna", "Matthew", "Salli", "Joey");
        assertThat(polly.client().describeVoices(r -> r.engine("long-form")).voices())
                .extracting(Voice::idAsString)
                .containsExactly("Danielle", "Gregory");
        assertThat(polly.client().describeVoices(r -> r.languageCode("en-US")).voices()).hasSize(8);
        assertThat(polly.client().describeVoices(r -> r.languageCode("de-DE")).voices()).isEmpty();
        assertThatExceptionOfType(InvalidNextTokenException.class)
                .isThrownBy(() -> polly.client().describeVoices(r -> r.nextToken("x")));
    }

    @Test
    void textBeyondTheLimitsIsRejected() {
        polly.speech("a".repeat(3000));
        refused(TextLengthExceededException.class, () -> polly.speech("a".repeat(3001)));
        String tags = "<break time='1ms'/>".repeat(310);
        polly.speech("<speak>" + tags + "</speak>", r -> r.textType("ssml"));
        refused(
                TextLengthExceededException.class,
                () -> polly.speech("<speak>" + tags + tags + "</speak>", r -> r.textType("ssml")));
    }

    @Test
    void inconsistentRequestsAreRejectedWithTheirOwnCode() {
        refused(InvalidSsmlException.class, () -> polly.speech("<speak>", r -> r.textType("ssml")));
        refused(
                InvalidSampleRateException.class,
                () -> polly.speech("x", r -> r.sampleRate("11025")));
        refused(
                InvalidSampleRateException.class,
                () -> polly.speech("x", r -> r.outputFormat("pcm").sampleRate("24000")));
        refused(
                EngineNotSupportedException.class,
                () -> polly.speech("x", r -> r.engine("long-form")));
        refused(
                EngineNotSupportedException.class,
                () -> polly.speech("x", r -> r.voiceId("Gregory").engine("standard")));
        refused(
                LanguageNotSupportedException.class,
                () -> polly.speech("x", r -> r.languageCode("de-DE")));
        refused(
                LexiconNotFoundException.class,
                () -> polly.speech("x", r -> r.lexiconNames("mine")));
        refused(
                MarksNotSupportedForFormatException.class,
                () -> polly.speech("x", r -> r.speechMarkTypesWithStrings("word")));
        refused(
                SsmlMarksNotSupportedForTextTypeException.class,
                () -> polly.marks("x", r -> r.speechMarkTypesWithStrings("ssml")));
    }

    @Test
    void unknownValuesAreAValidationException() {
        validation(() -> polly.speech("x", r -> r.voiceId("Nobody")), "'Nobody' at 'voiceId'");
        validation(() -> polly.speech("x", r -> r.engine("steam")), "'steam' at 'engine'");
        validation(() -> polly.speech("x", r -> r.outputFormat("wav")), "'wav' at 'outputFormat'");
        validation(() -> polly.speech("x", r -> r.outputFormat("ogg_vorbis")), "ogg_vorbis");
        validation(() -> polly.speech("x", r -> r.textType("html")), "'html' at 'textType'");
        validation(() -> polly.speech("x", r -> r.languageCode("tlh")), "'tlh' at 'languageCode'");
        validation(
                () -> polly.speech("x", r -> r.voiceId("A").engine("B")),
                "2 validation errors detected");
        validation(() -> polly.client().describeVoices(r -> r.engine("steam")), "'engine'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    POST | /v1/speech  | {                        | 400 | SerializationException
                    POST | /v1/speech  | []                       | 400 | SerializationException
                    POST | /v1/speech  | {"SpeechMarkTypes":[1]}  | 400 | SerializationException
                    POST | /v1/speech  | {"Text":1}               | 400 | SerializationException
                    POST | /v1/speech  | {"SpeechMarkTypes":"word"} | 400 | SerializationException
                    POST | /v1/speech  | {}                       | 400 | ValidationException
                    POST | /v1/speech  | {"Other":{"x":[1]}}      | 400 | ValidationException
                    POST | /v1/speech  | {"Text":null}            | 400 | ValidationException
                    GET  | /v1/speech  | x                        | 404 | UnknownOperationException
                    GET  | /v1/lexicons| x                        | 404 | UnknownOperationException
                    PUT  | /engine     | {"engine":"drum"}        | 400 | ValidationException
                    PUT  | /engine     | {"cutRate":2}            | 400 | ValidationException
                    PUT  | /engine     | {"cut":"x"}              | 400 | ValidationException
                    """)
    void malformedRequestsAreErrorsWithTheTypeInAHeader(
            String method, String path, String body, int status, String code) throws Exception {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).contains(code);
        assertThat(response.body()).startsWith("{\"message\":\"").endsWith("\"}");
    }

    @Test
    void aboveTheRateLimitACallIsThrottledWithStatus400() throws IOException {
        RateLimit limits = new RateLimit(.001, 2, 10);
        try (PollyTestClient narrow =
                new PollyTestClient(
                        PollyLocal.start(
                                0,
                                "tone",
                                FaultInjection.NONE,
                                PollyLocal.rateLimiters(Map.of(Engine.NEURAL, limits))))) {
            narrow.speech("one");
            narrow.speech("two");
            assertThatExceptionOfType(PollyException.class)
                    .isThrownBy(() -> narrow.speech("three"))
                    .satisfies(
                            e -> {
                                assertThat(e.statusCode()).isEqualTo(400);
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("ThrottlingException");
                                assertThat(e.isThrottlingException()).isTrue();
                            });
            narrow.speech("the quotas of other engines are their own", r -> r.engine("standard"));
        }
    }

    @Test
    void faultsCanBeSetAtRunTime() throws Exception {
        send("PUT", "/engine", "{\"failureRate\":1}");
        refused(ServiceFailureException.class, () -> polly.speech("x"));
        send("PUT", "/engine", "{\"throttleRate\":1}");
        assertThatExceptionOfType(PollyException.class)
                .isThrownBy(() -> polly.speech("x"))
                .matches(e -> e.isThrottlingException());
        send("PUT", "/engine", "{\"cutRate\":1}");
        assertThatThrownBy(() -> polly.speech("x")).isInstanceOf(SdkClientException.class);
        send("PUT", "/engine", "{}");
        assertThat(polly.speech("x")).isNotEmpty();
        assertThat(send("GET", "/engine", "").body())
                .contains("\"engine\":\"tone\"", "\"ready\":true");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(polly.uri(path))
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static void refused(Class<? extends PollyException> type, Runnable call) {
        assertThatExceptionOfType(type).isThrownBy(call::run);
    }

    private static void validation(Runnable call, String said) {
        assertThatExceptionOfType(PollyException.class)
                .isThrownBy(call::run)
                .withMessageContaining(said)
                .satisfies(
                        e ->
                                assertThat(e.awsErrorDetails().errorCode())
                                        .isEqualTo("ValidationException"));
    }
}
