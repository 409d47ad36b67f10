package io.parler.local.lambda;

import io.parler.local.engine.EmbeddedEngines;
import io.parler.local.engine.TestClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// A process with one queue and one function, for a test to kill at work.
final class KilledPollerMain {
    static final String QUEUE = "jobs";

    private KilledPollerMain() {}

    /// Arguments: the data folder, the function's archive, the message to send.
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        EmbeddedEngines cloud = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
        SqsClient sqs = TestClients.sqs(cloud.sqs());
        String url =
                sqs.createQueue(
                                r ->
                                        r.queueName(QUEUE)
                                                .attributes(
                                                        Map.of(
                                                                QueueAttributeName
                                                                        .VISIBILITY_TIMEOUT,
                                                                "600")))
                        .queueUrl();
        Functions functions = Functions.inThisProcess(data);
        EventSourceMapping mapping = poll(sqs, functions, url, Path.of(args[1]), data);
        sqs.sendMessage(r -> r.queueUrl(url).messageBody(args[2]));
        Thread.currentThread().join(Duration.ofMinutes(5));
        mapping.close();
    }

    static EventSourceMapping poll(
            SqsClient sqs, Functions functions, String url, Path archive, Path data) {
        functions.add(
                new FunctionSpec(
                        "work", archive, "fn.Work", Map.of(), Duration.ofMinutes(1), 128, 2));
        return EventSourceMapping.start(
                sqs,
                functions,
                new EventSourceMapping.Source(
                        "work", url, "arn:aws:sqs:us-east-1:000000000000:" + QUEUE, 1, 2, true),
                data);
    }
}
