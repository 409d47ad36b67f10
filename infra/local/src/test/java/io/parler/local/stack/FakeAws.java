package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// As much of SQS, SNS, DynamoDB and S3 as making resources takes, in memory; remembers the calls.
final class FakeAws implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final List<String> calls = new ArrayList<>();
    private final Map<String, JsonNode> queues = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    Endpoints endpoints() {
        URI a = address();
        return new Endpoints(a, a, a, a, a, a, a, a, Map.of());
    }

    /// The attributes the queue was last given.
    JsonNode queue(String name) {
        return Objects.requireNonNull(queues.get(name), name);
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (target != null) {
            calls.add(target.substring(target.indexOf('.') + 1) + " " + body);
            JsonNode request = JSON.readTree(body);
            switch (target) {
                case "AmazonSQS.GetQueueUrl" -> queueUrl(exchange, request);
                case "AmazonSQS.CreateQueue" -> createQueue(exchange, request);
                case "AmazonSQS.SetQueueAttributes" -> setQueueAttributes(exchange, request);
                case "AmazonSQS.GetQueueAttributes" ->
                        answer(
                                exchange,
                                200,
                                "{\"Attributes\":{\"QueueArn\":\"arn:aws:sqs:us-east-1:000000000000:%s\"}}"
                                        .formatted(name(request)));
                case "DynamoDB_20120810.DescribeTable" ->
                        answer(
                                exchange,
                                200,
                                "{\"Table\":{\"TableArn\":\"arn:aws:dynamodb:ddblocal:000000000000:table/t\"}}");
                default -> answer(exchange, 200, "{}");
            }
        } else if (exchange.getRequestMethod().equals("POST")) {
            calls.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
            answer(
                    exchange,
                    200,
                    "<TopicArn>arn:topic</TopicArn><SubscriptionArn>arn:s</SubscriptionArn>");
        } else {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            answer(exchange, exchange.getRequestMethod().equals("PUT") ? 200 : 404, "");
        }
    }

    private void queueUrl(HttpExchange exchange, JsonNode request) throws IOException {
        String name = request.path("QueueName").asText();
        if (queues.containsKey(name)) {
            answer(exchange, 200, "{\"QueueUrl\":\"" + address() + "/q/" + name + "\"}");
        } else {
            answer(exchange, 400, "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\"}");
        }
    }

    private void createQueue(HttpExchange exchange, JsonNode request) throws IOException {
        queues.put(request.path("QueueName").asText(), request.path("Attributes"));
        queueUrl(exchange, request);
    }

    private void setQueueAttributes(HttpExchange exchange, JsonNode request) throws IOException {
        queues.put(name(request), request.path("Attributes"));
        answer(exchange, 200, "{}");
    }

    private static String name(JsonNode request) {
        String url = request.path("QueueUrl").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
            if (!none) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
