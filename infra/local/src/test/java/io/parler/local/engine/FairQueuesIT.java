package io.parler.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// The order of messages with and without message groups.
class FairQueuesIT {
    @TempDir Path data;

    private EmbeddedEngines engines;
    private SqsClient sqs;
    private String jobs;

    @BeforeEach
    void start() {
        engines = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
        sqs = TestClients.sqs(engines.sqs());
        jobs =
                sqs.createQueue(
                                r ->
                                        r.queueName("jobs")
                                                .attributes(
                                                        Map.of(
                                                                QueueAttributeName
                                                                        .VISIBILITY_TIMEOUT,
                                                                "600")))
                        .queueUrl();
    }

    @AfterEach
    void stop() {
        sqs.close();
        engines.close();
    }

    @Test
    void withoutGroupsMessagesKeepTheirOrder() {
        for (int i = 0; i < 5; i++) {
            send(Integer.toString(i), null);
        }
        assertThat(bodies(3)).containsExactly("0", "1", "2");
        assertThat(bodies(3)).containsExactly("3", "4");
    }

    @Test
    void aGroupIsServedInTheOrderInWhichItWasSent() {
        send(5, "noisy");
        assertThat(bodies(5))
                .containsExactly("noisy-0", "noisy-1", "noisy-2", "noisy-3", "noisy-4");
    }

    @Test
    void aQuietGroupIsServedBeforeTheBacklogOfAnother() {
        send(500, "noisy");
        assertThat(bodies(2)).containsExactly("noisy-0", "noisy-1");
        send(2, "quiet");
        send("alone", null);
        assertThat(bodies(3)).containsExactlyInAnyOrder("quiet-0", "alone", "quiet-1");
    }

    @Test
    void oneAtATimeGroupsTakeTurns() {
        send(3, "a");
        send(3, "b");
        send(1, "c");
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Message message = receive(1).getFirst();
            order.add(message.body());
            sqs.deleteMessage(r -> r.queueUrl(jobs).receiptHandle(message.receiptHandle()));
        }
        assertThat(order).containsExactly("a-0", "b-0", "c-0", "a-1", "b-1", "a-2", "b-2");
    }

    @Test
    void aGroupThatReturnsIsNotServedBeforeOneThatWaits() {
        send(4, "patient");
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            send(1, "eager");
            Message message = receive(1).getFirst();
            order.add(message.body());
            sqs.deleteMessage(r -> r.queueUrl(jobs).receiptHandle(message.receiptHandle()));
        }
        assertThat(order).containsExactly("patient-0", "eager-0", "patient-1", "eager-0");
    }

    @Test
    void aRestartKeepsGroupsAndCountsNoDelivery() {
        send(50, "noisy");
        send(1, "quiet");
        stop();
        start();
        List<Message> first = receive(2);
        assertThat(first).extracting(Message::body).contains("quiet-0");
        assertThat(first)
                .extracting(
                        m ->
                                m.attributes()
                                        .get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
                .containsOnly("1");
    }

    private void send(String body, @Nullable String group) {
        sqs.sendMessage(r -> r.queueUrl(jobs).messageBody(body).messageGroupId(group));
    }

    private void send(int count, String group) {
        for (int start = 0; start < count; start += 10) {
            List<SendMessageBatchRequestEntry> entries =
                    IntStream.range(start, Math.min(count, start + 10))
                            .mapToObj(
                                    i ->
                                            SendMessageBatchRequestEntry.builder()
                                                    .id("m" + i)
                                                    .messageBody(group + "-" + i)
                                                    .messageGroupId(group)
                                                    .build())
                            .toList();
            sqs.sendMessageBatch(r -> r.queueUrl(jobs).entries(entries));
        }
    }

    private List<String> bodies(int max) {
        return receive(max).stream().map(Message::body).toList();
    }

    private List<Message> receive(int max) {
        return sqs.receiveMessage(
                        r ->
                                r.queueUrl(jobs)
                                        .maxNumberOfMessages(max)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }
}
