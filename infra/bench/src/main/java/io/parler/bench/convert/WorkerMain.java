package io.parler.bench.convert;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.parler.conversion.aws.worker.ConversionWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The worker process: runs the worker as Lambda does. Each line of the input is a job,
/// `watch|plain id textKey`, answered by `done|failed nanoseconds live peak`. The log goes to
/// standard error.
public final class WorkerMain {
    /// More than the function has, so that a text is always converted in one run.
    private static final Duration REMAINING_TIME = Duration.ofHours(5);

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream responses = System.out;
        System.setOut(System.err);
        var worker = new ConversionWorker();
        var jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            List<String> job = List.of(line.split(" ", -1));
            if (job.getFirst().equals("watch")) {
                try (var heap = new HeapMonitor()) {
                    String result = run(worker, job.get(1), job.get(2));
                    responses.println(
                            result + " " + heap.liveBytes() + " " + HeapMonitor.peakBytes());
                }
            } else {
                responses.println(run(worker, job.get(1), job.get(2)) + " 0 0");
            }
            responses.flush();
        }
    }

    private static String run(ConversionWorker worker, String id, String textKey) {
        SQSEvent batch = batch(id, textKey);
        long start = System.nanoTime();
        boolean done =
                worker.handleRequest(batch, new InvocationContext(REMAINING_TIME))
                        .getBatchItemFailures()
                        .isEmpty();
        return (done ? "done " : "failed ") + (System.nanoTime() - start);
    }

    private static SQSEvent batch(String id, String textKey) {
        var message = new SQSEvent.SQSMessage();
        message.setMessageId(id);
        message.setReceiptHandle(id);
        message.setEventSourceArn("arn:aws:sqs:eu-west-1:1:jobs");
        message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
        message.setBody(
                """
                {"specversion":"1.0","id":"%1$s","source":"/parler/post-conversion",
                 "type":"conversion.requested.v1","subject":"%1$s","time":"2026-11-20T10:00:00Z",
                 "data":{"accountId":"public","requestedAt":"2026-11-20T10:00:00Z","voice":"Joanna",
                   "source":{"title":"Kettles","textKey":"%2$s","language":"en-US"}}}
                """
                        .formatted(id, textKey));
        var batch = new SQSEvent();
        batch.setRecords(List.of(message));
        return batch;
    }
}
