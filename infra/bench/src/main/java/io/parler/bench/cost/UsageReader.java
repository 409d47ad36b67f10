package io.parler.bench.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.deploy.price.Price;
import java.io.IOException;
import java.util.List;

/// Reads the file `usage.jsonl` of a suite: what each line is on AWS's bill.
final class UsageReader {
    static final String EDGE = "edge";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PREFIX = "parler-dev-";
    private static final List<String> SERVICES =
            List.of("load-post", "post-conversion", "conversion", "status", "frontend-api");

    /// The unit in which SNS bills a publication.
    private static final double PUBLICATION_BYTES = 64 * 1024;

    private static final double GB = 1e9;

    /// Runs each minute whether or not anything is converted.
    static final String SCHEDULED = "FeedScheduler";

    private UsageReader() {}

    static Consumption read(List<String> lines) throws IOException {
        Consumption consumption = new Consumption();
        for (String line : lines) {
            JsonNode use = JSON.readTree(line);
            switch (use.path("kind").asText()) {
                case "invocation" -> addInvocation(use, consumption);
                case "call" -> addCall(use, consumption);
                case "request" -> addRequest(use, consumption);
                default -> throw new IOException("not a line of usage: " + line);
            }
        }
        return consumption;
    }

    private static void addInvocation(JsonNode use, Consumption consumption) {
        String service = service(use);
        String function = function(use);
        if (function.equals(SCHEDULED)) {
            return;
        }
        consumption.addInvocation(
                service, function, use.path("memory").asInt(), use.path("ms").asDouble());
        int messages = use.path("messages").asInt();
        if (messages > 0) {
            // Each is sent; the batch is received and deleted.
            consumption.add(service, Price.QUEUE_REQUEST, messages + 2.0);
            consumption.add(service, Price.FAIR_QUEUE_REQUEST, messages + 2.0);
        }
    }

    private static void addCall(JsonNode use, Consumption consumption) {
        String service = service(use);
        if (function(use).equals(SCHEDULED)) {
            return;
        }
        String action = use.path("action").asText();
        double sent = use.path("sent").asDouble();
        switch (action) {
            case "sns:Publish" ->
                    consumption.add(
                            service,
                            Price.TOPIC_REQUEST,
                            Math.max(1, Math.ceil(sent / PUBLICATION_BYTES)));
            // Counted as a message of the function that receives it.
            case "sqs:SendMessage" -> {}
            case "s3:PutObject" -> {
                consumption.add(service, Price.BUCKET_WRITE, 1);
                consumption.add(service, Price.BUCKET_GB_MONTH, sent / GB);
            }
            case "s3:ListBucket" -> consumption.add(service, Price.BUCKET_WRITE, 1);
            case "s3:GetObject" -> consumption.add(service, Price.BUCKET_READ, 1);
            default -> {
                if (action.startsWith("sqs:")) {
                    consumption.add(service, Price.QUEUE_REQUEST, 1);
                } else if (action.startsWith("dynamodb:")) {
                    consumption.add(service, unit(action), capacity(use));
                }
            }
        }
    }

    private static Price unit(String action) {
        return action.matches("dynamodb:(Get|Query|Scan|BatchGet).*")
                ? Price.TABLE_READ
                : Price.TABLE_WRITE;
    }

    /// DynamoDB Local counts a transaction too low: it is two units for each write.
    private static double capacity(JsonNode use) {
        double consumed = 0;
        for (JsonNode table : use.path("capacity")) {
            consumed += table.asDouble();
        }
        int writes = use.path("writes").asInt(1);
        return writes > 1 ? Math.max(consumed, 2.0 * writes) : consumed;
    }

    private static void addRequest(JsonNode use, Consumption consumption) {
        consumption.add(EDGE, Price.EDGE_REQUEST, 1);
        consumption.add(EDGE, Price.EDGE_GB, use.path("bytes").asDouble() / GB);
        if (use.path("bucket").asBoolean()) {
            consumption.add(EDGE, Price.BUCKET_READ, 1);
        } else {
            consumption.add(EDGE, Price.API_REQUEST, 1);
            consumption.add(EDGE, Price.TRACE, 1);
        }
    }

    private static String name(JsonNode use) {
        return use.path("function").asText().replaceFirst(PREFIX, "");
    }

    static String service(JsonNode use) {
        String name = name(use);
        return SERVICES.stream()
                .filter(service -> name.startsWith(service + "-"))
                .findFirst()
                .orElse("?");
    }

    private static String function(JsonNode use) {
        String name = name(use);
        return name.substring(name.lastIndexOf('-') + 1);
    }
}
