package io.parler.conversion.aws.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parler.conversion.aws.AwsInMemory;
import io.parler.http.Json;
import io.parler.testing.LambdaContext;
import io.parler.testing.SqsBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// The worker as Lambda starts it, with its queue and messages.
final class RunningWorker implements AutoCloseable {
    private static final String ENDPOINT = "aws.endpointUrl";

    private final AwsInMemory aws = new AwsInMemory();
    private final ConversionWorker worker;

    RunningWorker() throws IOException {
        System.setProperty(ENDPOINT, aws.address().toString());
        worker = new ConversionWorker();
    }

    AwsInMemory aws() {
        return aws;
    }

    /// The ids of the messages that stay in the queue.
    List<String> handle(String body, int receiveCount) {
        return handle(body, receiveCount, Duration.ofMinutes(2));
    }

    List<String> handle(String body, int receiveCount, Duration remainingTime) {
        return SqsBatch.failures(
                worker.handleRequest(
                        SqsBatch.received(receiveCount, body), new LambdaContext(remainingTime)));
    }

    /// The number of synthesis calls.
    int calls() {
        return aws.polly().spoken().values().stream().mapToInt(Integer::intValue).sum();
    }

    JsonNode json(String key) throws JacksonException {
        return Json.tree(new String(aws.s3().object(key).content(), StandardCharsets.UTF_8));
    }

    JsonNode lastEvent(String type) throws JacksonException {
        JsonNode last = Json.tree("{}");
        for (String event : aws.events()) {
            JsonNode tree = Json.tree(event);
            last = tree.path("type").asText().equals(type) ? tree : last;
        }
        assertThat(last.path("data").isObject()).as(type).isTrue();
        return last;
    }

    @Override
    public void close() {
        System.clearProperty(ENDPOINT);
        aws.close();
    }
}
