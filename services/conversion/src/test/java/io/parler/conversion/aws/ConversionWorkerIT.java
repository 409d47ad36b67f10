package io.parler.conversion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mpatric.mp3agic.Mp3File;
import io.parler.conversion.mp3.Mp3;
import io.parler.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worker as Lambda starts it, on the wire protocols of all it uses.
class ConversionWorkerIT {
    private static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String AUDIO = "audio-bucket/audio/" + ID + "/";
    private static final String MP3 = AUDIO + "why-queues-beat-cron.mp3";
    private static final String REQUEST =
            Contract.read("events/examples/conversion.requested.v1-url.json");

    @TempDir private Path folder;
    private AwsInMemory aws;
    private ConversionWorker worker;

    @BeforeEach
    void start() throws IOException {
        aws = new AwsInMemory();
        System.setProperty("aws.endpointUrl", aws.address().toString());
        worker = new ConversionWorker();
    }

    @AfterEach
    void stop() {
        System.clearProperty("aws.endpointUrl");
        aws.close();
    }

    @Test
    void aRequestBecomesAudioWithAllThatBelongsToIt() throws Exception {
        aws.articleAnswers(200, article());

        assertThat(handle(REQUEST, 1)).isEmpty();

        Path file = Files.write(folder.resolve("a.mp3"), aws.s3().object(MP3).content());
        assertThat(new Mp3File(file).getId3v2Tag().getTitle()).isEqualTo("Why queues beat cron");
        assertThat(aws.s3().object(MP3).headers())
                .containsEntry("Content-type", "audio/mpeg")
                .containsEntry(
                        "Content-disposition", "inline; filename=\"why-queues-beat-cron.mp3\"");
        JsonNode completed = lastEvent("conversion.completed.v1");
        assertThat(completed.at("/data/audio/seconds").asDouble())
                .isCloseTo(Mp3.of(aws.s3().object(MP3).content()).run().seconds(), within(0.001));
        assertThat(completed.at("/data/audio/bytes").asInt())
                .isEqualTo(aws.s3().object(MP3).content().length);
        assertThat(completed.at("/data/billedCharacters").asInt())
                .isEqualTo(completed.at("/data/characters").asInt());
        assertThat(
                        new String(
                                aws.s3().object(AUDIO + "transcript.vtt").content(),
                                StandardCharsets.UTF_8))
                .contains("A queue remembers what cron forgets.");
        assertThat(json(AUDIO + "chapters.json").at("/chapters/1/title").asText())
                .isEqualTo("Three reasons");
        assertThat(json(AUDIO + "script.json").path("ledger")).hasSize(10);
        assertThat(json(AUDIO + "transcript.json").path("segments")).isNotEmpty();
    }

    @Test
    void everyEventFitsItsContractAndCarriesTheCorrelationId() throws JacksonException {
        aws.articleAnswers(200, article());
        handle(REQUEST, 1);

        assertThat(aws.events()).hasSizeGreaterThan(1);
        for (String event : aws.events()) {
            JsonNode tree = Json.tree(event);
            Contract.assertFits("events/" + tree.path("type").asText(), event);
            assertThat(tree.path("correlationid"))
                    .isEqualTo(Json.tree(REQUEST).path("correlationid"));
            assertThat(tree.path("subject").asText()).isEqualTo(ID);
        }
        assertThat(aws.invocations().getFirst())
                .contains("/functions/load-post/invocations")
                .contains("\"routeKey\":\"GET /v1/article\"")
                .contains("\"x-correlation-id\":" + Json.tree(REQUEST).path("correlationid"));
    }

    @Test
    void aPostOfAFeedIsAskedForByFeedAndId() {
        aws.articleAnswers(200, article());

        handle(Contract.read("events/examples/conversion.requested.v1-feed-post.json"), 1);

        assertThat(aws.invocations().getFirst())
                .contains("\"feedUrl\":\"https://blog.example.com/feed.xml\"")
                .contains("\"postId\":\"https://blog.example.com/?p=412\"");
    }

    @Test
    void aSecondDeliveryPublishesTheSameAgainAndSpeaksNothing() throws JacksonException {
        aws.articleAnswers(200, article());
        handle(REQUEST, 1);
        JsonNode first = lastEvent("conversion.completed.v1");
        int calls = calls();

        assertThat(handle(REQUEST, 2)).isEmpty();

        JsonNode second = lastEvent("conversion.completed.v1");
        assertThat(second.at("/data/audio")).isEqualTo(first.at("/data/audio"));
        assertThat(second.at("/data/attempt").asInt()).isEqualTo(2);
        assertThat(calls()).isEqualTo(calls);
        assertThat(aws.invocations()).hasSize(1);
    }

    @Test
    void anotherConversionOfThePostBuysNothing() throws JacksonException {
        aws.articleAnswers(200, article());
        handle(REQUEST, 1);
        aws.articleAnswers(200, article());
        int calls = calls();

        handle(REQUEST.replace(ID, ID.replace("9012", "9013")), 1);

        assertThat(lastEvent("conversion.completed.v1").at("/data/billedCharacters").asInt())
                .isZero();
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void aPageWithoutArticleIsToldAndDoneWith() throws JacksonException {
        aws.articleAnswers(
                422,
                """
                {"type":"/problems/no-article","title":"No article on that page","status":422,
                 "detail":"There is no text on it that reads as a post."}\
                """);

        assertThat(handle(REQUEST, 1)).isEmpty();

        assertThat(lastEvent("conversion.failed.v1").at("/data/problem/type").asText())
                .isEqualTo("/problems/no-article");
        assertThat(aws.invocations()).hasSize(1);
    }

    @Test
    void aSiteThatIsAwayIsAskedThreeTimes() throws JacksonException {
        for (int i = 0; i < 3; i++) {
            aws.articleAnswers(
                    502,
                    """
                    {"type":"/problems/site-unreachable","title":"The site can't be reached",
                     "status":502,"detail":"blog.example.com refused the connection."}\
                    """);
        }

        assertThat(handle(REQUEST, 1)).isEmpty();

        assertThat(lastEvent("conversion.failed.v1").at("/data/problem/type").asText())
                .isEqualTo("/problems/site-unreachable");
        assertThat(aws.invocations()).hasSize(3);
    }

    @Test
    void aFailureOfLoadPostLeavesTheMessageInItsQueue() {
        aws.articleAnswers(
                500,
                "{\"type\":\"/problems/internal-error\",\"title\":\"Something\",\"status\":500}");

        assertThat(handle(REQUEST, 1)).containsExactly("m-1");
    }

    @Test
    void whatIsNoRequestLeavesForTheDeadLetters() {
        assertThat(handle("not json", 1)).containsExactly("m-1");
        assertThat(handle(Contract.read("events/examples/conversion.started.v1.json"), 1))
                .containsExactly("m-1");
        assertThat(aws.events()).isEmpty();
    }

    @Test
    void throttledHalfOfTheTimeItStillCompletesAndBuysEachChunkOnce() throws JacksonException {
        aws.articleAnswers(200, article());
        aws.speechAnswers(
                IntStream.range(0, 6)
                        .mapToObj(_ -> AwsInMemory.Answer.problem(400, "ThrottlingException"))
                        .toArray(AwsInMemory.Answer[]::new));

        assertThat(handle(REQUEST, 1)).isEmpty();

        JsonNode completed = lastEvent("conversion.completed.v1");
        assertThat(completed.at("/data/billedCharacters"))
                .isEqualTo(completed.at("/data/characters"));
        assertThat(aws.spoken().values()).containsOnly(1);
    }

    @Test
    void aStoredTextIsConverted() throws JacksonException {
        aws.s3()
                .put(
                        "texts-bucket/texts/" + ID + ".txt",
                        "First paragraph.\n\nSecond paragraph.".getBytes(StandardCharsets.UTF_8));

        assertThat(
                        handle(
                                Contract.read(
                                        "events/examples/conversion.requested.v1-text-key.json"),
                                1))
                .isEmpty();

        assertThat(aws.spoken()).containsKeys("First paragraph.", "Second paragraph.");
        assertThat(lastEvent("conversion.completed.v1").at("/data/title").asText())
                .isEqualTo("The whole of the queue handbook");
    }

    @Test
    void aJobWithoutTimeIsCountedAsAFailure() {
        aws.articleAnswers(200, article());

        assertThat(failures(worker.handleRequest(message(REQUEST, 1), new Invocation(5_000))))
                .containsExactly("m-1");
        assertThat(aws.messages()).isEmpty();
    }

    @Test
    void aLongJobIsHandedOnAndGoesOnWhereItWas() throws JacksonException {
        // 40 paragraphs at 8 a second: the first run has 2 s for speech, then 15 s for the join.
        String text =
                IntStream.range(0, 40)
                        .mapToObj(i -> "Paragraph number " + i + ".")
                        .collect(Collectors.joining("\n\n"));
        ObjectNode request =
                (ObjectNode)
                        Json.tree(
                                Contract.read("events/examples/conversion.requested.v1-text.json"));
        ((ObjectNode) request.at("/data/source")).put("text", text);
        ((ObjectNode) request.path("data")).put("voice", "Joanna");

        assertThat(
                        failures(
                                worker.handleRequest(
                                        message(request.toString(), 1), new Invocation(17_000))))
                .isEmpty();
        assertThat(aws.messages()).hasSize(1);
        int before = calls();
        assertThat(before).isBetween(8, 40);
        assertThat(handle(aws.messages().getFirst(), 1)).isEmpty();

        JsonNode completed = lastEvent("conversion.completed.v1");
        assertThat(completed.at("/data/attempt").asInt()).isEqualTo(2);
        assertThat(completed.at("/data/billedCharacters"))
                .isEqualTo(completed.at("/data/characters"));
        assertThat(aws.spoken().values()).containsOnly(1);
    }

    private static String article() {
        return Contract.read("rest/examples/article.json");
    }

    private List<String> handle(String body, int receiveCount) {
        return failures(worker.handleRequest(message(body, receiveCount), Invocation.WITH_TIME));
    }

    private static SQSEvent message(String body, int receiveCount) {
        return Invocation.message(body, receiveCount);
    }

    private static List<String> failures(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private int calls() {
        Collection<Integer> calls = aws.spoken().values();
        return calls.stream().mapToInt(Integer::intValue).sum();
    }

    private JsonNode json(String key) throws JacksonException {
        return Json.tree(new String(aws.s3().object(key).content(), StandardCharsets.UTF_8));
    }

    private JsonNode lastEvent(String type) throws JacksonException {
        JsonNode last = Json.tree("{}");
        for (String event : aws.events()) {
            JsonNode tree = Json.tree(event);
            last = tree.path("type").asText().equals(type) ? tree : last;
        }
        assertThat(last.path("data").isObject()).as(type).isTrue();
        return last;
    }
}
