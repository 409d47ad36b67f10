package io.parler.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.LauncherCommand;
import io.parler.e2e.suite.QueueClient;
import io.parler.e2e.suite.SharedSuite;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.SuiteExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A message that can't be handled is stored, and whoever waits for its result gets a problem.
@SharedSuite
class DeadLettersIT {
    private static final Duration SOON = Duration.ofMinutes(3);

    private final Suite suite;
    private final ApiClient api;

    DeadLettersIT(Suite suite, ApiClient api) {
        this.suite = suite;
        this.api = api;
    }

    /// The dead letters of conversion go to status, whose dead-letter queue has those that nobody
    /// can read.
    @Test
    void aBrokenMessageOnAnyQueueIsLoggedAndBecomesADeadLetter() {
        try (QueueClient queues = new QueueClient(sqs())) {
            Map<String, String> deadLetters = queues.deadLettersByQueue();
            assertThat(deadLetters).hasSizeGreaterThanOrEqualTo(4);
            int before = all(queues, deadLetters);
            List<String> broken =
                    deadLetters.keySet().stream()
                            .map(queue -> queues.send(queue, "{\"specversion\": \"1.0\", broken"))
                            .toList();

            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(all(queues, deadLetters))
                                            .isGreaterThanOrEqualTo(before + broken.size()));
            // Other tests have dead letters too: those of conversion may still be on their way.
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(linesWith("dead letter unreadable")).isNotEmpty());
            await().atMost(SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(broken)
                                            .allSatisfy(
                                                    message ->
                                                            assertThat(linesWith(message))
                                                                    .isNotEmpty()));
            assertThat(broken)
                    .flatExtracting(this::linesWith)
                    .allSatisfy(line -> assertThat(line).contains("correlationId"));
        }
    }

    /// In the queues that nobody reads: those of other tests may still leave the others.
    private static int all(QueueClient queues, Map<String, String> deadLetters) {
        return deadLetters.values().stream()
                .distinct()
                .filter(queue -> !deadLetters.containsKey(queue))
                .mapToInt(queues::size)
                .sum();
    }

    private List<String> linesWith(String text) {
        return suite.logs().stream()
                .flatMap(log -> ProjectFiles.read(log).lines())
                .filter(line -> line.contains(text))
                .toList();
    }

    /// Sends a dead letter as if conversion had used up its attempts, which takes minutes.
    @Test
    void aConversionWithoutAttemptsLeftFailsWithAProblem() throws IOException {
        String id = uuid7();
        Path example =
                ProjectFiles.path("contracts", "events/examples/conversion.requested.v1-url.json");
        ObjectNode event = (ObjectNode) new ObjectMapper().readTree(ProjectFiles.read(example));
        event.put("subject", id).put("correlationid", "given-up-" + id);
        try (QueueClient queues = new QueueClient(sqs())) {
            String deadLetters =
                    queues.deadLettersByQueue().entrySet().stream()
                            .filter(queue -> queue.getKey().endsWith("-conversion-Jobs"))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElseThrow();
            queues.send(deadLetters, event.toString());
        }

        JsonNode end = api.ended(id);

        assertThat(end.path("status").asText()).isEqualTo("failed");
        assertThat(end.at("/error/type").asText()).isEqualTo("/problems/conversion-dead-letter");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(suite.logs())
                                        .filteredOn(
                                                log ->
                                                        ProjectFiles.read(log)
                                                                .contains("given-up-" + id))
                                        .extracting(log -> log.getFileName().toString())
                                        .contains("parler-dev-status-StatusDeadLetters.log"));
    }

    /// An event that could not be recorded is sent back by the command, and is recorded.
    @Test
    void deadLettersAreShownAndSentBackByTheCommand() throws IOException {
        String id = uuid7();
        Path example =
                ProjectFiles.path("contracts", "events/examples/conversion.completed.v1.json");
        ObjectNode event = (ObjectNode) new ObjectMapper().readTree(ProjectFiles.read(example));
        event.put("subject", id);
        String[] folder = {"--data", SuiteExtension.data("parler").toString()};
        try (QueueClient queues = new QueueClient(sqs())) {
            queues.send("parler-dev-status-DeadLetters", event.toString());
        }

        assertThat(LauncherCommand.output("queues", folder[0], folder[1]))
                .containsPattern("status-DeadLetters +[1-9][0-9]* +[0-9]+ +dead letters")
                .contains("./parler redrive status-DeadLetters");
        String redrive =
                LauncherCommand.output(
                        "redrive", "status-DeadLetters", "--yes", folder[0], folder[1]);

        assertThat(redrive)
                .contains("conversion.completed.v1  conversion " + id)
                .containsPattern("[1-9][0-9]* messages? (was|were) sent back");
        assertThat(api.ended(id).path("status").asText()).isEqualTo("completed");
    }

    /// A new id, for which status responds `queued` until it has an event.
    private static String uuid7() {
        String random = UUID.randomUUID().toString();
        String time = String.format(java.util.Locale.ROOT, "%012x", System.currentTimeMillis());
        return time.substring(0, 8) + "-" + time.substring(8) + "-7" + random.substring(15);
    }

    private URI sqs() {
        Assumptions.assumeFalse(
                suite.logs().isEmpty(), "a suite that somebody else started shows no queues");
        return suite.queues()
                .orElseThrow(
                        () -> new AssertionError("run.json does not say where the queues are"));
    }
}
