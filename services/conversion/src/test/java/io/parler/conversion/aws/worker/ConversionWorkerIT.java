package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mpatric.mp3agic.ID3v2;
import com.mpatric.mp3agic.Mp3File;
import io.parler.conversion.aws.AwsInMemory;
import io.parler.conversion.mp3.Mp3;
import io.parler.hash.Sha256;
import io.parler.http.Json;
import io.parler.testing.Contract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worker as Lambda starts it, with fakes of everything that it calls.
class ConversionWorkerIT {
    private static final String ID = "01a1f874-3e50-7c41-8f3a-2b6d5e7f9012";
    private static final String AUDIO = "audio-bucket/audio/" + ID + "/";
    private static final String MP3 = AUDIO + "why-queues-beat-cron.mp3";
    private static final String REQUEST =
            Contract.read("events/examples/conversion.requested.v1-url.json");

    @TempDir private Path folder;
    private AwsInMemory aws;
    private RunningWorker worker;

    @BeforeEach
    void start() throws IOException {
        worker = new RunningWorker();
        aws = worker.aws();
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void aRequestBecomesAudioWithAllItsFiles() throws Exception {
        aws.articleAnswers(200, article());

        assertThat(worker.handle(REQUEST, 1)).isEmpty();

        Path file = Files.write(folder.resolve("a.mp3"), aws.s3().object(MP3).content());
        ID3v2 tag = new Mp3File(file).getId3v2Tag();
        assertThat(tag.getTitle()).isEqualTo("Why queues beat cron");
        assertThat(tag.getAlbumImageMimeType()).isEqualTo("image/jpeg");
        assertThat(tag.getAlbumImage()).isEqualTo(AwsInMemory.coverImage());
        assertThat(aws.s3().object(MP3).headers())
                .containsEntry("Content-type", "audio/mpeg")
                .containsEntry(
                        "Content-disposition", "inline; filename=\"why-queues-beat-cron.mp3\"");
        JsonNode completed = worker.lastEvent("conversion.completed.v1");
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
                .contains("A queue remembers what cron\nforgets: festina lente");
        assertThat(worker.json(AUDIO + "chapters.json").at("/chapters/1/title").asText())
                .isEqualTo("Three reasons");
        assertThat(worker.json(AUDIO + "script.json").path("ledger")).hasSize(12);
        Contract.assertValid("rest/script", worker.json(AUDIO + "script.json").toString());
        assertThat(worker.json(AUDIO + "transcript.json").path("segments")).isNotEmpty();
    }

    @Test
    void theScriptFollowsTheOptionsAndTheAccountsRules() throws JacksonException {
        aws.s3()
                .put(
                        "audio-bucket/pronunciations/" + Sha256.hexOfAll("public") + ".json",
                        "{\"rules\":[{\"text\":\"cron\",\"ipa\":\"x\"},{\"text\":\"queues\",\"ipa\":\"kjuz\"}]}"
                                .getBytes(StandardCharsets.UTF_8));
        ObjectNode request = (ObjectNode) Json.tree(REQUEST);
        ((ObjectNode) request.path("data"))
                .set(
                        "options",
                        Json.tree(Contract.read("rest/examples/conversion-request-options.json"))
                                .path("options"));
        aws.articleAnswers(200, article());

        assertThat(worker.handle(request.toString(), 1)).isEmpty();

        assertThat(aws.polly().spoken())
                .containsKey(
                        "<speak>Why <phoneme alphabet=\"ipa\" ph=\"kjuz\">queues</phoneme> beat"
                                + " <phoneme alphabet=\"ipa\" ph=\"krɒn\">cron</phoneme></speak>")
                .containsKey("Three reasons")
                .doesNotContainKey("Code example, one line of Java.");
        JsonNode completed = worker.lastEvent("conversion.completed.v1");
        assertThat(completed.at("/data/billedCharacters"))
                .isEqualTo(completed.at("/data/characters"));
        String folder = "audio-bucket/audio/private/" + ID + "/";
        assertThat(worker.json(folder + "script.json").at("/ledger/5/spoken").asText())
                .isEqualTo("skipped");
        assertThat(completed.at("/data/visibility").asText()).isEqualTo("private");
    }

    @Test
    void invalidOptionsAreUnreadable() throws JacksonException {
        ObjectNode request = (ObjectNode) Json.tree(REQUEST);
        ((ObjectNode) request.path("data")).putObject("options").put("code", "shout");

        assertThat(worker.handle(request.toString(), 1)).containsExactly("m-0");
        assertThat(aws.events()).isEmpty();
    }

    @Test
    void everyEventMatchesItsContractAndHasTheCorrelationId() throws JacksonException {
        aws.articleAnswers(200, article());
        worker.handle(REQUEST, 1);

        assertThat(aws.events()).hasSizeGreaterThan(1);
        for (String event : aws.events()) {
            JsonNode tree = Json.tree(event);
            Contract.assertValid("events/" + tree.path("type").asText(), event);
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
    void aFeedPostIsRequestedByFeedAndId() {
        aws.articleAnswers(200, article());

        worker.handle(Contract.read("events/examples/conversion.requested.v1-feed-post.json"), 1);

        assertThat(aws.invocations().getFirst())
                .contains("\"feedUrl\":\"https://blog.example.com/feed.xml\"")
                .contains("\"postId\":\"https://blog.example.com/?p=412\"");
    }

    @Test
    void aSecondDeliveryPublishesTheSameEventAndSynthesizesNothing() throws JacksonException {
        aws.articleAnswers(200, article());
        worker.handle(REQUEST, 1);
        JsonNode first = worker.lastEvent("conversion.completed.v1");
        int calls = worker.calls();

        assertThat(worker.handle(REQUEST, 2)).isEmpty();

        JsonNode second = worker.lastEvent("conversion.completed.v1");
        assertThat(second.at("/data/audio")).isEqualTo(first.at("/data/audio"));
        assertThat(second.at("/data/attempt").asInt()).isEqualTo(2);
        assertThat(worker.calls()).isEqualTo(calls);
        assertThat(aws.invocations()).hasSize(1);
    }

    @Test
    void anotherConversionOfThePostIsNotBilled() throws JacksonException {
        aws.articleAnswers(200, article());
        worker.handle(REQUEST, 1);
        aws.articleAnswers(200, article());
        int calls = worker.calls();

        worker.handle(REQUEST.replace(ID, ID.replace("9012", "9013")), 1);

        assertThat(worker.lastEvent("conversion.completed.v1").at("/data/billedCharacters").asInt())
                .isZero();
        assertThat(worker.calls()).isEqualTo(calls);
    }

    @Test
    void aPageWithoutArticleIsReportedAndAcknowledged() throws JacksonException {
        aws.articleAnswers(
                422,
                """
                {"type":"/problems/no-article","title":"No article on that page","status":422,
                 "detail":"There is no text on it that reads as a post."}\
                """);

        assertThat(worker.handle(REQUEST, 1)).isEmpty();

        assertThat(worker.lastEvent("conversion.failed.v1").at("/data/problem/type").asText())
                .isEqualTo("/problems/no-article");
        assertThat(aws.invocations()).hasSize(1);
    }

    @Test
    void anUnreachableSiteIsTriedThreeTimes() throws JacksonException {
        for (int i = 0; i < 3; i++) {
            aws.articleAnswers(
                    502,
                    """
                    {"type":"/problems/site-unreachable","title":"The site can't be reached",
                     "status":502,"detail":"blog.example.com refused the connection."}\
                    """);
        }

        assertThat(worker.handle(REQUEST, 1)).isEmpty();

        assertThat(worker.lastEvent("conversion.failed.v1").at("/data/problem/type").asText())
                .isEqualTo("/problems/site-unreachable");
        assertThat(aws.invocations()).hasSize(3);
    }

    @Test
    void aFailureOfLoadPostLeavesTheMessageInItsQueue() {
        aws.articleAnswers(
                500,
                "{\"type\":\"/problems/internal-error\",\"title\":\"Something\",\"status\":500}");

        assertThat(worker.handle(REQUEST, 1)).containsExactly("m-0");
    }

    @Test
    void anUnreadableMessageGoesToTheDeadLetterQueue() {
        assertThat(worker.handle("not json", 1)).containsExactly("m-0");
        assertThat(worker.handle(Contract.read("events/examples/conversion.started.v1.json"), 1))
                .containsExactly("m-0");
        assertThat(aws.events()).isEmpty();
    }

    /// Polly throttles every second call, fails one in ten and truncates one in ten.
    @Test
    void despiteErrorsOfTheVoiceEachChunkIsBilledOnce() throws JacksonException {
        aws.articleAnswers(200, article());
        aws.polly()
                .fares(
                        call ->
                                switch (call % 10) {
                                    case 0, 2, 4, 6, 8 ->
                                            Optional.of(
                                                    AwsInMemory.Response.problem(
                                                            400, "ThrottlingException"));
                                    case 1 ->
                                            Optional.of(
                                                    AwsInMemory.Response.problem(
                                                            503, "ServiceFailureException"));
                                    case 3 -> Optional.of(AwsInMemory.CUT);
                                    default -> Optional.empty();
                                });

        assertThat(worker.handle(REQUEST, 1)).isEmpty();

        JsonNode completed = worker.lastEvent("conversion.completed.v1");
        assertThat(completed.at("/data/billedCharacters"))
                .isEqualTo(completed.at("/data/characters"));
        assertThat(aws.polly().spoken().values()).hasSizeGreaterThan(5).containsOnly(1);
    }

    @Test
    void wordTimesAreInTheTranscriptAndBilled() throws JacksonException {
        aws.articleAnswers(200, article());
        ObjectNode request = (ObjectNode) Json.tree(REQUEST);
        ((ObjectNode) request.path("data")).putObject("options").put("timing", "words");

        assertThat(worker.handle(request.toString(), 1)).isEmpty();

        JsonNode completed = worker.lastEvent("conversion.completed.v1");
        assertThat(completed.at("/data/billedCharacters").asInt())
                .isEqualTo(2 * completed.at("/data/characters").asInt());
        assertThat(worker.json(AUDIO + "transcript.json").path("segments"))
                .allSatisfy(
                        segment -> {
                            assertThat(segment.path("words")).isNotEmpty();
                            assertThat(segment.at("/words/0/startTime").asDouble())
                                    .isBetween(
                                            segment.path("startTime").asDouble(),
                                            segment.path("endTime").asDouble());
                        });
    }

    @Test
    void aStoredTextIsConverted() throws JacksonException {
        aws.s3()
                .put(
                        "texts-bucket/texts/" + ID + ".txt",
                        "First paragraph.\n\nSecond paragraph.".getBytes(StandardCharsets.UTF_8));

        assertThat(
                        worker.handle(
                                Contract.read(
                                        "events/examples/conversion.requested.v1-text-key.json"),
                                1))
                .isEmpty();

        assertThat(aws.polly().spoken()).containsKeys("First paragraph.", "Second paragraph.");
        assertThat(worker.lastEvent("conversion.completed.v1").at("/data/title").asText())
                .isEqualTo("The whole of the queue handbook");
    }

    @Test
    void whatWillBeBilledIsReservedFirst() throws JacksonException {
        aws.articleAnswers(200, article());
        worker.handle(REQUEST, 1);

        JsonNode reservation = Json.tree(aws.reservations().getFirst());
        assertThat(reservation.path("routeKey").asText())
                .isEqualTo("PUT /v1/conversions/{id}/reservation");
        assertThat(reservation.at("/pathParameters/id").asText()).isEqualTo(ID);
        JsonNode body = Json.tree(reservation.path("body").asText());
        assertThat(body.path("accountId").asText()).isEqualTo("owner");
        assertThat(body.path("characters"))
                .isEqualTo(
                        worker.lastEvent("conversion.completed.v1").at("/data/billedCharacters"));
    }

    @Test
    void aReservationThatIsRefusedEndsTheConversion() throws JacksonException {
        aws.articleAnswers(200, article());
        aws.quotaAnswers(
                429,
                "{\"type\":\"/problems/quota-exceeded\",\"title\":\"Quota exceeded\",\"status\":429,"
                        + "\"detail\":\"Used up.\"}");

        assertThat(worker.handle(REQUEST, 1)).isEmpty();

        JsonNode failed = worker.lastEvent("conversion.failed.v1");
        assertThat(failed.at("/data/problem/type").asText()).isEqualTo("/problems/quota-exceeded");
        assertThat(failed.at("/data/problem/detail").asText()).isEqualTo("Used up.");
        assertThat(worker.calls()).isZero();
    }

    @Test
    void anOutageOfTheQuotaLeavesTheMessageInItsQueue() {
        aws.articleAnswers(200, article());
        aws.quotaAnswers(503, "{}");

        assertThat(worker.handle(REQUEST, 1)).containsExactly("m-0");
        assertThat(worker.calls()).isZero();
    }

    private static String article() {
        return Contract.read("rest/examples/article.json");
    }
}
