package io.parler.status.aws;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.stream.IntStream;

/// Batches of messages as SQS hands them to a function.
final class Batches {
    private Batches() {}

    /// The ids of those of the messages `m-0`, `m-1` … that failed.
    static List<String> failures(
            RequestHandler<SQSEvent, SQSBatchResponse> function, String... bodies) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(
                IntStream.range(0, bodies.length)
                        .mapToObj(i -> message("m-" + i, bodies[i]))
                        .toList());
        return function.handleRequest(batch, new AContext("r-1")).getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private static SQSEvent.SQSMessage message(String id, String body) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }
}
