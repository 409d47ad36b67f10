package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Rules for queues and the functions that read them. Each rule returns its violations.
final class QueueRules {
    /// The alarm metrics for messages in a queue; the second is for queues from which a function
    /// takes messages at once.
    private static final Set<String> WATCHES_ARRIVALS =
            Set.of("ApproximateNumberOfMessagesVisible", "NumberOfMessagesReceived");

    private QueueRules() {}

    static List<String> queuesHaveDeadLettersAndAlarms(Template template) {
        List<String> violations = new ArrayList<>();
        Map<String, JsonNode> queues = template.resources("AWS::SQS::Queue");
        Map<String, String> deadLetters = new LinkedHashMap<>();
        queues.forEach(
                (name, queue) -> {
                    String target = Template.target(queue.at("/RedrivePolicy/deadLetterTargetArn"));
                    if (!target.isEmpty()) {
                        deadLetters.put(name, target);
                    }
                });
        Set<String> watched =
                template.resources("AWS::CloudWatch::Alarm").values().stream()
                        .filter(a -> WATCHES_ARRIVALS.contains(a.path("MetricName").asText()))
                        .map(a -> Template.target(a.at("/Dimensions/0/Value")))
                        .collect(Collectors.toSet());
        for (String queue : queues.keySet()) {
            boolean ofDeadLetters = deadLetters.containsValue(queue);
            if (!ofDeadLetters && !queues.containsKey(deadLetters.getOrDefault(queue, ""))) {
                violations.add(queue + ": has no dead-letter queue here");
            }
            if (ofDeadLetters && !watched.contains(queue)) {
                violations.add(queue + ": no alarm watches these dead letters");
            }
        }
        return violations;
    }

    /// The visibility timeout must be longer than all attempts of one receive.
    static List<String> queuesOutlastTheirFunctions(Template template) {
        List<String> violations = new ArrayList<>();
        Map<String, JsonNode> queues = template.resources("AWS::SQS::Queue");
        template.functions()
                .forEach(
                        (name, function) -> {
                            for (JsonNode event : function.path("Events")) {
                                JsonNode queue =
                                        queues.get(Template.target(event.at("/Properties/Queue")));
                                if (queue == null) {
                                    continue;
                                }
                                int visibility = queue.path("VisibilityTimeout").asInt(30);
                                int timeout = function.path("Timeout").asInt(3);
                                if (visibility < 6 * timeout) {
                                    violations.add(
                                            name
                                                    + ": its queue hides a message for "
                                                    + visibility
                                                    + " s, less than 6 × "
                                                    + timeout);
                                }
                            }
                        });
        return violations;
    }

    static List<String> queuesReportEachFailure(Template template) {
        List<String> violations = new ArrayList<>();
        template.functions()
                .forEach(
                        (name, function) -> {
                            for (JsonNode event : function.path("Events")) {
                                if (event.path("Type").asText().equals("SQS")
                                        && !event.at("/Properties/FunctionResponseTypes/0")
                                                .asText()
                                                .equals("ReportBatchItemFailures")) {
                                    violations.add(
                                            name + ": one bad message would fail its whole batch");
                                }
                            }
                        });
        return violations;
    }
}
