package io.parler.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.parler.problem.UnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;

class SqsRedeliveryTest {
    private final List<String> queuesLookedUp = new ArrayList<>();
    private final List<ChangeMessageVisibilityRequest> changes = new ArrayList<>();
    private boolean unavailable;

    private final SqsClient sqs =
            new SqsClient() {
                @Override
                public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
                    queuesLookedUp.add(request.queueName());
                    return GetQueueUrlResponse.builder().queueUrl("https://q.example/jobs").build();
                }

                @Override
                public ChangeMessageVisibilityResponse changeMessageVisibility(
                        ChangeMessageVisibilityRequest request) {
                    changes.add(request);
                    if (unavailable) {
                        throw new UnavailableException("SQS is unavailable");
                    }
                    return ChangeMessageVisibilityResponse.builder().build();
                }

                @Override
                public String serviceName() {
                    return "sqs";
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };

    private final SqsRedelivery redelivery = new SqsRedelivery(sqs);

    @Test
    void aMessageIsVisibleAgainAfterTheDelay() {
        redelivery.in(message(), Duration.ofSeconds(80));

        assertThat(changes)
                .containsExactly(
                        ChangeMessageVisibilityRequest.builder()
                                .queueUrl("https://q.example/jobs")
                                .receiptHandle("handle-1")
                                .visibilityTimeout(80)
                                .build());
    }

    @Test
    void aQueueIsLookedUpOnce() {
        redelivery.in(message(), Duration.ofSeconds(5));
        redelivery.in(message(), Duration.ofSeconds(5));

        assertThat(queuesLookedUp).containsExactly("jobs");
    }

    @Test
    void anOutageLeavesTheMessageToItsVisibilityTimeout() {
        unavailable = true;
        redelivery.in(message(), Duration.ofSeconds(5));

        assertThat(changes).hasSize(1);
    }

    private static SQSMessage message() {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m1");
        message.setReceiptHandle("handle-1");
        message.setEventSourceArn("arn:aws:sqs:eu-central-1:1:jobs");
        return message;
    }
}
