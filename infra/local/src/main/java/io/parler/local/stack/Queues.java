package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Creates and updates queues (AWS::SQS::Queue).
final class Queues {
    private static final List<String> ATTRIBUTES =
            List.of(
                    "DelaySeconds",
                    "MessageRetentionPeriod",
                    "ReceiveMessageWaitTimeSeconds",
                    "VisibilityTimeout");

    private final Map<String, String> arnsByUrl = new HashMap<>();
    private final AwsClient api;
    private final URI sqs;

    Queues(AwsClient api, URI sqs) {
        this.api = api;
        this.sqs = sqs;
    }

    CreatedResource create(String name, ResourceProperties properties) {
        ObjectNode attributes = AwsClient.JSON.createObjectNode();
        for (String attribute : ATTRIBUTES) {
            properties
                    .number(attribute)
                    .ifPresent(value -> attributes.put(attribute, value.toString()));
        }
        JsonNode redrive = properties.node().path("RedrivePolicy");
        if (redrive.isObject()) {
            // The API needs the count as a number, whatever its type in the YAML.
            ObjectNode policy = AwsClient.JSON.createObjectNode();
            ResourceProperties p = properties.child("RedrivePolicy");
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
        ObjectNode get = request("QueueUrl", url);
        get.putArray("AttributeNames").add("QueueArn");
        String arn = call("GetQueueAttributes", get).path("Attributes").path("QueueArn").asText();
        arnsByUrl.put(url, arn);
        return new CreatedResource(url, Map.of("Arn", arn, "QueueName", name, "QueueUrl", url));
    }

    /// The ARN of a queue of this stack.
    Optional<String> arn(String url) {
        return Optional.ofNullable(arnsByUrl.get(url));
    }

    /// The URL of a queue that exists.
    String url(String arn) {
        String url = existing(arn.substring(arn.lastIndexOf(':') + 1));
        if (url.isEmpty()) {
            throw new IllegalStateException("there is no queue " + arn);
        }
        return url;
    }

    private String existing(String name) {
        try {
            return call("GetQueueUrl", request("QueueName", name)).path("QueueUrl").asText();
        } catch (AwsClient.AwsError e) {
            if (e.hasCode("NonExistentQueue") || e.hasCode("QueueDoesNotExist")) {
                return "";
            }
            throw e;
        }
    }

    private JsonNode call(String action, ObjectNode body) {
        return api.json(sqs, "sqs", "AmazonSQS." + action, body);
    }

    private static ObjectNode request(String name, String value) {
        return AwsClient.JSON.createObjectNode().put(name, value);
    }
}
