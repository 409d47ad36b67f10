package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.conversion.aws.AwsInMemory;
import io.parler.http.Json;
import io.parler.testing.Contract;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A job that needs more time than a function has.
class HandoverIT {
    private static final String REQUEST =
            Contract.read("events/examples/conversion.requested.v1-url.json");

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
    void aRunWithoutTimeForAnyChunkFails() {
        aws.articleAnswers(200, Contract.read("rest/examples/article.json"));

        assertThat(worker.handle(REQUEST, 1, Duration.ofSeconds(5))).containsExactly("m-0");
        assertThat(aws.messages()).isEmpty();
    }

    @Test
    void aLongJobContinuesInAnotherRun() throws JacksonException {
        // 60 paragraphs at 8 a second: the first run starts calls for 5 s, and has 15 s left for
        // the
        // join.
        String text =
                IntStream.range(0, 60)
                        .mapToObj(i -> "Paragraph number " + i + ".")
                        .collect(Collectors.joining("\n\n"));
        ObjectNode request =
                (ObjectNode)
                        Json.tree(
                                Contract.read("events/examples/conversion.requested.v1-text.json"));
        ((ObjectNode) request.at("/data/source")).put("text", text);
        ((ObjectNode) request.path("data")).put("voice", "Joanna");
        ((ObjectNode) request.path("data")).putObject("options").put("urls", "skip");

        assertThat(worker.handle(request.toString(), 1, Duration.ofSeconds(20))).isEmpty();
        assertThat(aws.messages()).hasSize(1);
        assertThat(Json.tree(aws.messages().getFirst()).at("/data/options/urls").asText())
                .isEqualTo("skip");
        int before = worker.calls();
        assertThat(before).isBetween(1, 59);
        assertThat(worker.handle(aws.messages().getFirst(), 1)).isEmpty();

        JsonNode completed = worker.lastEvent("conversion.completed.v1");
        assertThat(completed.at("/data/attempt").asInt()).isEqualTo(2);
        assertThat(completed.at("/data/billedCharacters"))
                .isEqualTo(completed.at("/data/characters"));
        assertThat(aws.polly().spoken().values()).containsOnly(1);
    }
}
