package io.parler.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The queues of a suite, by SQS's JSON protocol.
public final class Queues implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TARGET = Pattern.compile("arn:[^\"\\\\]*:([^:\"\\\\]+)[\"\\\\]");

    private final URI endpoint;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Queues(URI endpoint) {
        this.endpoint = endpoint;
    }

    /// A queue.
    ///
    /// @param deadLetters the name of its dead-letter queue; empty for none
    /// @param messages how many are waiting, delayed or in flight
    public record Queue(String url, String deadLetters, int messages) {}

    /// All queues by name.
    public Map<String, Queue> all() throws IOException, InterruptedException {
        Map<String, Queue> queues = new TreeMap<>();
        for (JsonNode url :
                call("ListQueues", JSON.createObjectNode().put("MaxResults", 1000))
                        .path("QueueUrls")) {
            ObjectNode request = JSON.createObjectNode().put("QueueUrl", url.asText());
            request.putArray("AttributeNames").add("All");
            JsonNode attributes = call("GetQueueAttributes", request).path("Attributes");
            Matcher target = TARGET.matcher(attributes.path("RedrivePolicy").asText());
            String name = url.asText().substring(url.asText().lastIndexOf('/') + 1);
            queues.put(
                    name,
                    new Queue(
                            url.asText(),
                            target.find() ? target.group(1) : "",
                            attributes.path("ApproximateNumberOfMessages").asInt()
                                    + attributes
                                            .path("ApproximateNumberOfMessagesNotVisible")
                                            .asInt()
                                    + attributes
                                            .path("ApproximateNumberOfMessagesDelayed")
                                            .asInt()));
        }
        return queues;
    }

    public void send(Queue queue, String body) throws IOException, InterruptedException {
        call(
                "SendMessage",
                JSON.createObjectNode().put("QueueUrl", queue.url()).put("MessageBody", body));
    }

    private JsonNode call(String operation, ObjectNode request)
            throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Content-Type", "application/x-amz-json-1.0")
                                .header("X-Amz-Target", "AmazonSQS." + operation)
                                .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(operation + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
