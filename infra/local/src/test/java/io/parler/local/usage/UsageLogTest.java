package io.parler.local.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageLogTest {
    @TempDir private Path folder;

    @Test
    void theMessagesOfAnInvocationAreCounted() throws IOException {
        JsonNode line =
                written(
                        usage ->
                                usage.invoked(
                                        "Worker",
                                        1024,
                                        Duration.ofMillis(20),
                                        bytes(
                                                """
                                                {"Records": [{"eventSourceARN": "arn:aws:sqs:r:1:jobs"}, {}]}
                                                """)));

        assertThat(line.path("ms").asDouble()).isEqualTo(20);
        assertThat(line.path("queue").asText()).isEqualTo("jobs");
        assertThat(line.path("messages").asInt()).isEqualTo(2);
    }

    @Test
    void theCapacityOfATransactionIsAddedUpByTable() throws IOException {
        JsonNode line =
                written(
                        usage ->
                                usage.called(
                                        "Api",
                                        "dynamodb:PutItem",
                                        "arn:t",
                                        3,
                                        10,
                                        20,
                                        bytes(
                                                """
                                                {"ConsumedCapacity": [{"TableName": "a", "CapacityUnits": 4.0},
                                                  {"TableName": "b", "CapacityUnits": 2.0}, {"TableName": "a", "CapacityUnits": 2.0}]}
                                                """)));

        assertThat(line.path("writes").asInt()).isEqualTo(3);
        assertThat(line.path("capacity").path("a").asDouble()).isEqualTo(6);
        assertThat(line.path("capacity").path("b").asDouble()).isEqualTo(2);
    }

    @Test
    void withoutAFileNothingIsWritten() {
        UsageLog usage = UsageLog.none();

        usage.served("GET", "/audio/*", true, 200, 5);

        assertThat(usage.isOn()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    private JsonNode written(Consumer<UsageLog> use) throws IOException {
        Path file = folder.resolve("usage.jsonl");
        try (UsageLog usage = UsageLog.to(file)) {
            use.accept(usage);
        }
        return new ObjectMapper().readTree(Files.readString(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
