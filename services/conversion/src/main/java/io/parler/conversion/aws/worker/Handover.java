package io.parler.conversion.aws.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.events.CloudEvent;
import io.parler.id.AccountId;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Puts a job that needs more time than a function has back into its queue, to be continued in the
/// next run.
final class Handover {
    private final SqsClient sqs;
    private final String queueUrl;

    Handover(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    /// The message group is that of the first message: the account.
    void enqueue(CloudEvent event, AccountId account, int priorAttempts) {
        ObjectNode data = event.data().deepCopy();
        data.put("priorAttempts", priorAttempts);
        CloudEvent next =
                new CloudEvent(
                        event.id(),
                        event.source(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.correlationId(),
                        data);
        sqs.sendMessage(
                request ->
                        request.queueUrl(queueUrl)
                                .messageGroupId(account.value())
                                .messageBody(next.json()));
    }
}
