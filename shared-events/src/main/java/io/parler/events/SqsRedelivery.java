package io.parler.events;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Redelivery by ChangeMessageVisibility. A queue that feeds a function has a visibility timeout of
/// six times the function's, minutes that an outage of a second needn't cost.
public final class SqsRedelivery implements Redelivery {
    private static final Logger log = LoggerFactory.getLogger(SqsRedelivery.class);

    private final SqsClient sqs;
    private final Map<String, String> queueUrls = new ConcurrentHashMap<>();

    public SqsRedelivery(SqsClient sqs) {
        this.sqs = sqs;
    }

    @Override
    public void in(SQSMessage message, Duration delay) {
        try {
            String queueUrl = queueUrls.computeIfAbsent(message.getEventSourceArn(), this::urlOf);
            sqs.changeMessageVisibility(
                    request ->
                            request.queueUrl(queueUrl)
                                    .receiptHandle(message.getReceiptHandle())
                                    .visibilityTimeout((int) delay.toSeconds()));
        } catch (SdkException e) {
            // The message still comes back, only later.
            log.atWarn()
                    .setCause(e)
                    .addKeyValue("messageId", message.getMessageId())
                    .log("redelivery waits for the visibility timeout");
        }
    }

    private String urlOf(String queueArn) {
        String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
        return sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
    }
}
