package io.parler.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// The queues of one suite, by the beginning of their names.
final class SuiteQueues implements AutoCloseable {
    /// How many messages are looked at: as many as one call returns.
    static final int MAX_SHOWN = 10;

    /// Seconds for which a message that is looked at is hidden from its consumers.
    private static final int HIDDEN_SECONDS = 5;

    private static final int POLL_MS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SqsClient sqs;
    private final String prefix;
    private final String option;

    /// @param option what a command needs in addition to find these queues again
    SuiteQueues(SqsClient sqs, String prefix, String option) {
        this.sqs = sqs;
        this.prefix = prefix;
        this.option = option;
    }

    /// A queue and how many messages it holds.
    ///
    /// @param sources the queues whose dead letters it holds; empty for any other queue
    record Queue(
            String name,
            String url,
            String arn,
            long waiting,
            long inFlight,
            List<String> sources) {
        boolean ofDeadLetters() {
            return !sources.isEmpty();
        }
    }

    /// What a message says of itself.
    record Letter(String type, String conversionId, String sent, String body) {}

    String option() {
        return option;
    }

    /// Sorted by name.
    List<Queue> list() {
        return sqs
                .listQueuesPaginator(request -> request.queueNamePrefix(prefix).maxResults(100))
                .queueUrls()
                .stream()
                .map(this::queue)
                .sorted(Comparator.comparing(Queue::name))
                .toList();
    }

    /// The queue with this name, or the only one whose name contains it.
    Queue find(String name) {
        List<Queue> all = list();
        List<Queue> found =
                all.stream().filter(queue -> queue.name().equals(prefix + name)).toList();
        if (found.isEmpty()) {
            found = all.stream().filter(queue -> queue.name().contains(name)).toList();
        }
        if (found.size() != 1) {
            throw new CommandException(
                    (found.isEmpty() ? "No queue is named " : "More than one queue is named ")
                            + name
                            + ". The queues: "
                            + String.join(
                                    ", ",
                                    (found.isEmpty() ? all : found)
                                            .stream().map(this::shortName).toList())
                            + ".");
        }
        return found.getFirst();
    }

    /// The name without what all names have in common.
    String shortName(Queue queue) {
        return queue.name().substring(prefix.length());
    }

    private Queue queue(String url) {
        Map<QueueAttributeName, String> attributes =
                sqs.getQueueAttributes(
                                request ->
                                        request.queueUrl(url)
                                                .attributeNames(
                                                        QueueAttributeName.QUEUE_ARN,
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES,
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
                                                        QueueAttributeName
                                                                .APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                        .attributes();
        List<String> sources =
                sqs.listDeadLetterSourceQueues(request -> request.queueUrl(url)).queueUrls();
        return new Queue(
                url.substring(url.lastIndexOf('/') + 1),
                url,
                attributes.getOrDefault(QueueAttributeName.QUEUE_ARN, ""),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
                        + number(
                                attributes,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE),
                sources.stream().map(s -> s.substring(s.lastIndexOf('/') + 1)).toList());
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName of) {
        return Long.parseLong(attributes.getOrDefault(of, "0"));
    }

    /// The first messages. They stay in the queue, hidden for some seconds.
    List<Letter> look(Queue queue) {
        return sqs
                .receiveMessage(
                        request ->
                                request.queueUrl(queue.url())
                                        .maxNumberOfMessages(MAX_SHOWN)
                                        .visibilityTimeout(HIDDEN_SECONDS)
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.SENT_TIMESTAMP))
                .messages()
                .stream()
                .map(SuiteQueues::letter)
                .toList();
    }

    private static Letter letter(Message message) {
        String sent =
                message.attributes().getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0");
        String time = Instant.ofEpochMilli(Long.parseLong(sent)).toString();
        try {
            JsonNode event = JSON.readTree(message.body());
            return new Letter(
                    event.path("type").asText("?"),
                    event.path("subject").asText("?"),
                    time,
                    message.body());
        } catch (JsonProcessingException e) {
            return new Letter("not an event", "?", time, message.body());
        }
    }

    /// Sends all dead letters back to the queues they came from, and waits until it is done. The
    /// result is how many were moved.
    long moveBack(Queue queue) throws InterruptedException {
        sqs.startMessageMoveTask(request -> request.sourceArn(queue.arn()));
        while (true) {
            ListMessageMoveTasksResultEntry task =
                    sqs.listMessageMoveTasks(
                                    request -> request.sourceArn(queue.arn()).maxResults(1))
                            .results()
                            .getFirst();
            switch (task.status()) {
                case "RUNNING", "CANCELLING" -> Thread.sleep(POLL_MS);
                case "COMPLETED" -> {
                    return task.approximateNumberOfMessagesMoved();
                }
                default ->
                        throw new CommandException(
                                "The messages were not moved: "
                                        + (task.failureReason() == null
                                                ? task.status()
                                                : task.failureReason()));
            }
        }
    }

    @Override
    public void close() {
        sqs.close();
    }
}
