package io.parler.loadpost.aws;

import io.parler.id.AccountId;
import io.parler.loadpost.follow.PollQueue;
import io.parler.loadpost.follow.PollRequest;
import java.time.Duration;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Queues polls in the queue Polls. The account is the message group: those of one account don't
/// hold up others.
final class SqsPollQueue implements PollQueue {
    private final SqsClient sqs;
    private final String queueUrl;

    SqsPollQueue(SqsClient sqs, String queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(AccountId account, PollRequest request, Duration delay) {
        String body = PollMessage.of(request);
        int seconds = (int) delay.plusMillis(999).toSeconds();
        sqs.sendMessage(
                send ->
                        send.queueUrl(queueUrl)
                                .messageBody(body)
                                .messageGroupId(account.value())
                                .delaySeconds(seconds));
    }
}
