package io.parler.testing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A batch of messages as SQS delivers it to a function. The messages are `m-0`, `m-1` …, and their
/// receipt handles `r-0`, `r-1` ….
public final class SqsBatch {
    private static final String QUEUE = "arn:aws:sqs:eu-central-1:000000000000:queue";

    private SqsBatch() {}

    /// Messages that are delivered for the first time.
    public static SQSEvent of(String... bodies) {
        return received(1, bodies);
    }

    /// Messages that are delivered for the `receiveCount`th time.
    public static SQSEvent received(int receiveCount, String... bodies) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(
                IntStream.range(0, bodies.length)
                        .mapToObj(i -> message(i, bodies[i], receiveCount))
                        .toList());
        return batch;
    }

    private static SQSMessage message(int index, String body, int receiveCount) {
        SQSMessage message = new SQSMessage();
        message.setMessageId("m-" + index);
        message.setReceiptHandle("r-" + index);
        message.setBody(body);
        message.setEventSourceArn(QUEUE);
        message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receiveCount)));
        return message;
    }

    /// Lets the function process the messages, and returns the ids of those that failed.
    public static List<String> failures(
            RequestHandler<SQSEvent, SQSBatchResponse> function, String... bodies) {
        return failures(function.handleRequest(of(bodies), new LambdaContext()));
    }

    public static List<String> failures(SQSBatchResponse response) {
        return response.getBatchItemFailures().stream()
                .map(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }
}
