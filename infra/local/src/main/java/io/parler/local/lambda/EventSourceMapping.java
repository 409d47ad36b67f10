package io.parler.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Takes messages from a queue to a function: receives, invokes, deletes what succeeded. What was
/// running when the process died is returned to its queue at the next start.
public final class EventSourceMapping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSourceMapping.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONG_POLL_SECONDS = 20;

    /// After how long a message comes back that the function had no instance for.
    private static final int THROTTLED_SECONDS = 1;

    private final SqsClient sqs;
    private final Functions functions;
    private final Source source;
    private final InFlight inFlight;
    private final Semaphore permits;
    private final CountDownLatch closed = new CountDownLatch(1);

    private EventSourceMapping(
            SqsClient sqs, Functions functions, Source source, InFlight inFlight) {
        this.sqs = sqs;
        this.functions = functions;
        this.source = source;
        this.inFlight = inFlight;
        this.permits = new Semaphore(source.maximumConcurrency());
    }

    /// What a template says of one queue that feeds a function. Failed items are reported one by
    /// one only when `reportBatchItemFailures`; else one failure returns the whole batch.
    public record Source(
            String function,
            String queueUrl,
            String queueArn,
            int batchSize,
            int maximumConcurrency,
            boolean reportBatchItemFailures) {}

    /// Starts to poll; the running deliveries are recorded under `data/in-flight/<queue>`.
    public static EventSourceMapping start(
            SqsClient sqs, Functions functions, Source source, Path data) {
        String queue = source.queueArn().substring(source.queueArn().lastIndexOf(':') + 1);
        InFlight inFlight = InFlight.in(data.resolve("in-flight").resolve(queue));
        EventSourceMapping mapping = new EventSourceMapping(sqs, functions, source, inFlight);
        Thread.ofVirtual().name("poll-" + queue).start(mapping::poll);
        return mapping;
    }

    private void poll() {
        try {
            returnWhatWasLeft();
            while (!isClosed()) {
                permits.acquire();
                boolean handedOn = false;
                try {
                    List<Message> messages = receive();
                    if (!messages.isEmpty()) {
                        messages.forEach(inFlight::began);
                        Thread.ofVirtual().name(source.function()).start(() -> deliver(messages));
                        handedOn = true;
                    }
                } catch (SdkException | UncheckedIOException e) {
                    if (!isClosed()) {
                        LOG.warn("{} can't be polled", source.queueUrl(), e);
                    }
                    closed.await(1, TimeUnit.SECONDS);
                } finally {
                    if (!handedOn) {
                        permits.release();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void returnWhatWasLeft() {
        for (InFlight.Left left : inFlight.left()) {
            try {
                changeVisibility(left.receiptHandle(), 0);
            } catch (SdkException e) {
                // The queue no longer knows the delivery: the message is back or gone already.
                LOG.warn("message {} was not returned to its queue", left.messageId(), e);
            }
            inFlight.forget(left.messageId());
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(
                        request ->
                                request.queueUrl(source.queueUrl())
                                        .maxNumberOfMessages(Math.min(10, source.batchSize()))
                                        .waitTimeSeconds(LONG_POLL_SECONDS)
                                        .messageAttributeNames("All")
                                        .messageSystemAttributeNames(
                                                MessageSystemAttributeName.ALL))
                .messages();
    }

    private void deliver(List<Message> messages) {
        try {
            if (isClosed()) {
                messages.forEach(m -> changeVisibility(m.receiptHandle(), 0));
                messages.forEach(inFlight::ended);
                return;
            }
            byte[] event = SqsEventJson.of(messages, source.queueArn());
            switch (functions.invoke(source.function(), event)) {
                case Invocation.Answered answer -> {
                    Set<String> failed = failedItems(messages, answer.payload());
                    delete(messages, failed);
                    // What failed because the suite stops is returned at the next start.
                    messages.stream()
                            .filter(m -> !(isClosed() && failed.contains(m.messageId())))
                            .forEach(inFlight::ended);
                }
                case Invocation.Throttled t -> {
                    messages.forEach(m -> changeVisibility(m.receiptHandle(), THROTTLED_SECONDS));
                    messages.forEach(inFlight::ended);
                }
                // Seen again when the visibility timeout is over, or earlier if the function
                // shortened it. One that failed because the suite stops is returned at next start.
                case Invocation.Failed f -> endedUnlessClosed(messages);
                case Invocation.Unknown u -> {
                    LOG.warn("no function is named {}", source.function());
                    endedUnlessClosed(messages);
                }
            }
        } catch (SdkException | UncheckedIOException e) {
            LOG.warn("a delivery of {} was not concluded", source.queueUrl(), e);
        } finally {
            permits.release();
        }
    }

    private void endedUnlessClosed(List<Message> messages) {
        if (!isClosed()) {
            messages.forEach(inFlight::ended);
        }
    }

    /// The messages the function did not handle. An answer that can't be read, or that names a
    /// message that was not in the batch, means all of them, as on Lambda.
    private Set<String> failedItems(List<Message> messages, byte[] answer) {
        Set<String> failed = new HashSet<>();
        if (!source.reportBatchItemFailures()) {
            return failed;
        }
        Set<String> all = new HashSet<>();
        messages.forEach(m -> all.add(m.messageId()));
        try {
            for (JsonNode item : JSON.readTree(answer).path("batchItemFailures")) {
                failed.add(item.path("itemIdentifier").asText());
            }
        } catch (IOException e) {
            return all;
        }
        return all.containsAll(failed) ? failed : all;
    }

    private void delete(List<Message> messages, Set<String> failed) {
        List<DeleteMessageBatchRequestEntry> done =
                messages.stream()
                        .filter(m -> !failed.contains(m.messageId()))
                        .map(
                                m ->
                                        DeleteMessageBatchRequestEntry.builder()
                                                .id(m.messageId())
                                                .receiptHandle(m.receiptHandle())
                                                .build())
                        .toList();
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(r -> r.queueUrl(source.queueUrl()).entries(done));
        }
    }

    private void changeVisibility(String receiptHandle, int seconds) {
        sqs.changeMessageVisibility(
                r ->
                        r.queueUrl(source.queueUrl())
                                .receiptHandle(receiptHandle)
                                .visibilityTimeout(seconds));
    }

    /// Stops receiving; what is running may finish while the functions are open.
    @Override
    public void close() {
        closed.countDown();
    }
}
