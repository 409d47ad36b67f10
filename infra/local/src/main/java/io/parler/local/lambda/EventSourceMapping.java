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

/// Polls a queue for a function: receives messages, invokes the function, deletes the messages that
/// succeeded. Messages that were in flight when the process died are returned to the queue at the
/// next start.
public final class EventSourceMapping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSourceMapping.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONG_POLL_SECONDS = 20;

    /// The delay before a throttled message is received again.
    private static final int THROTTLED_DELAY_SECONDS = 1;

    private final SqsClient sqs;
    private final Functions functions;
    private final Source source;
    private final InFlightMessages inFlight;
    private final Semaphore permits;
    private final CountDownLatch closed = new CountDownLatch(1);

    private EventSourceMapping(
            SqsClient sqs, Functions functions, Source source, InFlightMessages inFlight) {
        this.sqs = sqs;
        this.functions = functions;
        this.source = source;
        this.inFlight = inFlight;
        this.permits = new Semaphore(source.maximumConcurrency());
    }

    /// A queue that feeds a function.
    ///
    /// @param reportBatchItemFailures whether the function reports which messages failed; otherwise
    ///     one failure returns the whole batch
    public record Source(
            String function,
            String queueUrl,
            String queueArn,
            int batchSize,
            int maximumConcurrency,
            boolean reportBatchItemFailures) {}

    /// Starts to poll; the messages in flight are recorded under `data/in-flight/<queue>`.
    public static EventSourceMapping start(
            SqsClient sqs, Functions functions, Source source, Path data) {
        String queue = source.queueArn().substring(source.queueArn().lastIndexOf(':') + 1);
        InFlightMessages inFlight = InFlightMessages.in(data.resolve("in-flight").resolve(queue));
        EventSourceMapping mapping = new EventSourceMapping(sqs, functions, source, inFlight);
        Thread.ofVirtual().name("poll-" + queue).start(mapping::poll);
        return mapping;
    }

    private void poll() {
        try {
            returnLeftovers();
            while (!isClosed()) {
                permits.acquire();
                boolean dispatched = false;
                try {
                    List<Message> messages = receive();
                    if (!messages.isEmpty()) {
                        messages.forEach(inFlight::add);
                        Thread.ofVirtual().name(source.function()).start(() -> deliver(messages));
                        dispatched = true;
                    }
                } catch (SdkException | UncheckedIOException e) {
                    if (!isClosed()) {
                        LOG.warn("polling {} failed", source.queueUrl(), e);
                    }
                    closed.await(1, TimeUnit.SECONDS);
                } finally {
                    if (!dispatched) {
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

    private void returnLeftovers() {
        for (InFlightMessages.Leftover leftover : inFlight.leftovers()) {
            try {
                changeVisibility(leftover.receiptHandle(), 0);
            } catch (SdkException e) {
                // The receipt is no longer valid: the message is back in the queue or deleted.
                LOG.warn("message {} was not returned to its queue", leftover.messageId(), e);
            }
            inFlight.remove(leftover.messageId());
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
                messages.forEach(inFlight::remove);
                return;
            }
            byte[] event = SqsEventJson.of(messages, source.queueArn());
            switch (functions.invoke(source.function(), event)) {
                case Invocation.Succeeded answer -> {
                    Set<String> failed = failedItems(messages, answer.payload());
                    delete(messages, failed);
                    // Messages that failed because the suite is stopping are returned at the next
                    // start.
                    messages.stream()
                            .filter(m -> !(isClosed() && failed.contains(m.messageId())))
                            .forEach(inFlight::remove);
                }
                case Invocation.Throttled t -> {
                    messages.forEach(
                            m -> changeVisibility(m.receiptHandle(), THROTTLED_DELAY_SECONDS));
                    messages.forEach(inFlight::remove);
                }
                // Received again after the visibility timeout, or earlier if the function changed
                // it.
                // If it failed because the suite is stopping, it is returned at the next start.
                case Invocation.Failed f -> removeUnlessClosed(messages);
                case Invocation.Unknown u -> {
                    LOG.warn("there is no function {}", source.function());
                    removeUnlessClosed(messages);
                }
            }
        } catch (SdkException | UncheckedIOException e) {
            LOG.warn("a delivery from {} did not complete", source.queueUrl(), e);
        } finally {
            permits.release();
        }
    }

    private void removeUnlessClosed(List<Message> messages) {
        if (!isClosed()) {
            messages.forEach(inFlight::remove);
        }
    }

    /// The messages that failed. An invalid response, or one that has a message id that is not in
    /// the batch, means all of them, as on Lambda.
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

    /// Stops receiving; running invocations may finish.
    @Override
    public void close() {
        closed.countDown();
    }
}
