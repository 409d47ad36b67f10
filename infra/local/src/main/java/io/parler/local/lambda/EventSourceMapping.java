package io.parler.local.lambda;

import java.nio.file.Path;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Takes messages from a queue to a function: receives, invokes, deletes what succeeded. What was
/// running when the process died is returned to its queue at the next start.
@SuppressWarnings("DoNotCallSuggester") // the bodies follow
public final class EventSourceMapping implements AutoCloseable {
    private EventSourceMapping() {}

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
        throw new UnsupportedOperationException("soon: " + sqs + functions.names() + source + data);
    }

    /// Stops receiving; what is running may finish while the functions are open.
    @Override
    public void close() {}
}
