package io.parler.conversion.aws.worker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.events.CloudEvent;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Hands a job that is longer than a function may run on to the next run, through the queue it came
/// from.
final class Handover {
    private final SqsClient sqs;
    private final String queueUrl;

    Handover(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    void enqueue(CloudEvent event, int attempts) {
        ObjectNode data = event.data().deepCopy();
        data.put("priorAttempts", attempts);
        CloudEvent next =
                new CloudEvent(
                        event.id(),
                        event.source(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.correlationId(),
                        data);
        sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(next.json()));
    }
}
