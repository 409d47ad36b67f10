package io.parler.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Redelivery by ChangeMessageVisibility. The visibility timeout of a queue that feeds a function
/// is six times the function's timeout: too long a wait after an outage of one second.
public final class SqsRedelivery implements Redelivery {
    private static final Logger LOG = LoggerFactory.getLogger(SqsRedelivery.class);

    private final SqsClient sqs;
    private final Map<String, String> queueUrls = new ConcurrentHashMap<>();

    public SqsRedelivery(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public void in(SQSMessage message, Duration delay) {
        try {
            String queueUrl =
                    queueUrls.computeIfAbsent(message.getEventSourceArn(), this::queueUrl);
            sqs.changeMessageVisibility(
                    request ->
                            request.queueUrl(queueUrl)
                                    .receiptHandle(message.getReceiptHandle())
                                    .visibilityTimeout((int) delay.toSeconds()));
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("messageId", message.getMessageId())
                    .log("redelivery waits for the visibility timeout");
        }
    }

    private String queueUrl(String queueArn) {
        String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
        return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }
}
