package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// AWS::SQS::Queue.
final class Queues {
    private static final List<String> ATTRIBUTES =
            List.of(
                    "DelaySeconds",
                    "MessageRetentionPeriod",
                    "ReceiveMessageWaitTimeSeconds",
                    "VisibilityTimeout");

    private final AwsApi api;
    private final URI sqs;

    Queues(AwsApi api, URI sqs) {
        this.api = api;
        this.sqs = sqs;
    }

    Made make(String name, Properties properties) {
        ObjectNode attributes = AwsApi.JSON.createObjectNode();
        for (String attribute : ATTRIBUTES) {
            properties
                    .number(attribute)
                    .ifPresent(value -> attributes.put(attribute, value.toString()));
        }
        JsonNode redrive = properties.node().path("RedrivePolicy");
        if (redrive.isObject()) {
            // Written out once more: the API wants the count as a number, however YAML had it.
            ObjectNode policy = AwsApi.JSON.createObjectNode();
            Properties p = properties.under("RedrivePolicy");
            policy.put("deadLetterTargetArn", p.requiredText("deadLetterTargetArn"));
            policy.put("maxReceiveCount", p.number("maxReceiveCount").orElse(10));
            attributes.put("RedrivePolicy", policy.toString());
        }
        String url = existing(name);
        if (url.isEmpty()) {
            ObjectNode create = request("QueueName", name);
            create.set("Attributes", attributes);
            url = call("CreateQueue", create).path("QueueUrl").asText();
        } else if (!attributes.isEmpty()) {
            ObjectNode change = request("QueueUrl", url);
            change.set("Attributes", attributes);
            call("SetQueueAttributes", change);
        }
        ObjectNode ask = request("QueueUrl", url);
        ask.putArray("AttributeNames").add("QueueArn");
        String arn = call("GetQueueAttributes", ask).path("Attributes").path("QueueArn").asText();
        return new Made(url, Map.of("Arn", arn, "QueueName", name, "QueueUrl", url));
    }

    /// The address of a queue that stands already.
    String url(String arn) {
        String url = existing(arn.substring(arn.lastIndexOf(':') + 1));
        if (url.isEmpty()) {
            throw new IllegalStateException("no stack made the queue " + arn);
        }
        return url;
    }

    private String existing(String name) {
        try {
            return call("GetQueueUrl", request("QueueName", name)).path("QueueUrl").asText();
        } catch (AwsApi.AwsError e) {
            if (e.is("NonExistentQueue") || e.is("QueueDoesNotExist")) {
                return "";
            }
            throw e;
        }
    }

    private JsonNode call(String action, ObjectNode body) {
        return api.json(sqs, "sqs", "AmazonSQS." + action, body);
    }

    private static ObjectNode request(String name, String value) {
        return AwsApi.JSON.createObjectNode().put(name, value);
    }
}
