package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/// SQS: an action on a queue.
final class SqsApi extends JsonApi {
    private final Arns arns;

    SqsApi(Arns arns) {
        super("1.0", "com.amazon.coral.service#");
        this.arns = arns;
    }

    @Override
    List<Permission> needed(String action, JsonNode input) {
        String url = input.path("QueueUrl").asText();
        String queue =
                url.isEmpty()
                        ? input.path("QueueName").asText()
                        : url.substring(url.lastIndexOf('/') + 1);
        // A batch needs the right to its single action.
        String single = action.replaceFirst("Batch$", "");
        return queue.isEmpty()
                ? List.of()
                : List.of(new Permission("sqs:" + single, arns.of("sqs", queue)));
    }

    @Override
    public String written(Permission permission) {
        return permission.action().toLowerCase(Locale.ROOT);
    }
}
