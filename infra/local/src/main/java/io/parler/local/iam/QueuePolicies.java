package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The policies of queues: which topics may send to them.
public final class QueuePolicies {
    private static final String SNS = "sns.amazonaws.com";

    private final Arns arns;
    private final Map<String, List<Statement>> policies = new ConcurrentHashMap<>();

    public QueuePolicies(Arns arns) {
        this.arns = arns;
    }

    /// Sets the policy of a queue.
    ///
    /// @param where the file, line and name, for errors
    public void set(String where, String queueArn, JsonNode document) {
        policies.put(queueArn, PolicyReader.readForResource(where, document));
    }

    /// Why a topic may not send to a queue; empty if it may.
    public Optional<String> denial(String topicArn, String queueArn) {
        Permission send = new Permission("sqs:SendMessage", queueArn);
        Map<String, String> context =
                Map.of("aws:sourcearn", topicArn, "aws:sourceaccount", arns.account());
        List<Statement> matching =
                policies.getOrDefault(queueArn, List.of()).stream()
                        .filter(s -> s.isAbout(SNS) && s.matches(send, context))
                        .toList();
        boolean allowed = !matching.isEmpty() && matching.stream().allMatch(Statement::allows);
        return allowed
                ? Optional.empty()
                : Optional.of(
                        "no AWS::SQS::QueuePolicy of "
                                + queueArn
                                + " allows "
                                + SNS
                                + " sqs:SendMessage from "
                                + topicArn);
    }
}
