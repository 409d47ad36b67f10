package io.parler.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parler.local.engine.EmbeddedEngines;
import io.parler.local.engine.TestClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class EventSourceMappingIT {
    /// Far less than the queues' visibility timeout, however slow the machine.
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @TempDir static Path built;
    @TempDir Path data;
    private static Path archive = Path.of("unset");

    @BeforeAll
    static void compile() throws IOException {
        // The body of a message is a folder: the job leaves "started" in it and ends when "go" is
        // there. A body that starts with "!" fails.
        archive =
                TestArchive.zip(
                        built,
                        Map.of(
                                "Work",
                                """
                                public class Work implements RequestStreamHandler {
                                    public void handleRequest(InputStream in, OutputStream out, Context c) throws IOException {
                                        String event = new String(in.readAllBytes());
                                        StringBuilder failed = new StringBuilder();
                                        var records = java.util.regex.Pattern.compile("\\"messageId\\":\\"([^\\"]+)\\".*?\\"body\\":\\"([^\\"]+)\\".*?\\"ApproximateReceiveCount\\":\\"(\\\\d+)\\"").matcher(event);
                                        while (records.find()) {
                                            String body = records.group(2);
                                            if (body.startsWith("!")) {
                                                failed.append(failed.isEmpty() ? "" : ",").append("{\\"itemIdentifier\\":\\"" + records.group(1) + "\\"}");
                                                continue;
                                            }
                                            File folder = new File(body);
                                            new FileOutputStream(new File(folder, "started")).close();
                                            try {
                                                while (!new File(folder, "go").exists()) { Thread.sleep(5); }
                                            } catch (InterruptedException e) {
                                                throw new IOException(e);
                                            }
                                            new FileOutputStream(new File(folder, "done-" + records.group(3))).close();
                                        }
                                        out.write(("{\\"batchItemFailures\\":[" + failed + "]}").getBytes());
                                    }
                                }""",
                                // Notes the body and the receive count of each message.
                                "Note",
                                """
                                public class Note implements RequestStreamHandler {
                                    public void handleRequest(InputStream in, OutputStream out, Context c) throws IOException {
                                        String event = new String(in.readAllBytes());
                                        var record = java.util.regex.Pattern.compile("\\"body\\":\\"([^\\"]+)\\".*?\\"ApproximateReceiveCount\\":\\"(\\\\d+)\\"").matcher(event);
                                        record.find();
                                        synchronized (Note.class) {
                                            try (FileWriter notes = new FileWriter(System.getenv("ORDER"), true)) {
                                                notes.write(record.group(1) + " " + record.group(2) + "\\n");
                                            }
                                        }
                                        out.write("{\\"batchItemFailures\\":[]}".getBytes());
                                    }
                                }"""));
    }

    @Test
    void aMessageInFlightWhenTheProcessWasKilledIsReceivedAgainAtOnce() throws Exception {
        Path job = Files.createDirectories(data.resolve("job"));
        Process suite =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledPollerMain.class.getName(),
                                data.toString(),
                                archive.toString(),
                                job.toString())
                        .inheritIO()
                        .start();
        await().atMost(TIMEOUT).until(() -> Files.exists(job.resolve("started")));
        suite.destroyForcibly();
        assertThat(suite.waitFor(2, TimeUnit.MINUTES)).isTrue();
        Files.createFile(job.resolve("go"));

        try (EmbeddedEngines cloud = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
                SqsClient sqs = TestClients.sqs(cloud.sqs());
                Functions functions = Functions.inThisProcess(data)) {
            String url = sqs.getQueueUrl(r -> r.queueName(KilledPollerMain.QUEUE)).queueUrl();
            try (EventSourceMapping mapping =
                    KilledPollerMain.poll(sqs, functions, url, archive, data)) {
                assertThat(mapping).isNotNull();
                await().atMost(TIMEOUT).until(() -> Files.exists(job.resolve("done-2")));
                await().atMost(TIMEOUT).until(() -> isEmpty(sqs, url));
            }
        }
    }

    @Test
    void aMessageInFlightWhenTheSuiteStopsIsReceivedAtTheNextStart() throws Exception {
        Path job = Files.createDirectories(data.resolve("job"));
        try (EmbeddedEngines cloud = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
                SqsClient sqs = TestClients.sqs(cloud.sqs());
                Functions functions = Functions.inThisProcess(data)) {
            String url = queue(sqs, "jobs", 600);
            try (EventSourceMapping mapping =
                    KilledPollerMain.poll(sqs, functions, url, archive, data)) {
                assertThat(mapping).isNotNull();
                sqs.sendMessage(r -> r.queueUrl(url).messageBody(job.toString()));
                await().atMost(TIMEOUT).until(() -> Files.exists(job.resolve("started")));
            }
        }
        Files.createFile(job.resolve("go"));

        try (EmbeddedEngines cloud = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
                SqsClient sqs = TestClients.sqs(cloud.sqs());
                Functions functions = Functions.inThisProcess(data)) {
            String url = sqs.getQueueUrl(r -> r.queueName("jobs")).queueUrl();
            try (EventSourceMapping mapping =
                    KilledPollerMain.poll(sqs, functions, url, archive, data)) {
                assertThat(mapping).isNotNull();
                await().atMost(TIMEOUT).until(() -> Files.exists(job.resolve("done-2")));
            }
        }
    }

    @Test
    void onlyTheFailedMessagesOfABatchStayInTheQueue() throws Exception {
        Path job = Files.createDirectories(data.resolve("job"));
        Files.createFile(job.resolve("go"));
        try (EmbeddedEngines cloud = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
                SqsClient sqs = TestClients.sqs(cloud.sqs());
                Functions functions = Functions.inThisProcess(data)) {
            String url = queue(sqs, "jobs", 2);
            sqs.sendMessage(r -> r.queueUrl(url).messageBody("!poison"));
            sqs.sendMessage(r -> r.queueUrl(url).messageBody(job.toString()));
            try (EventSourceMapping mapping = batches(sqs, functions, url, true)) {
                assertThat(mapping).isNotNull();
                await().atMost(TIMEOUT).until(() -> Files.exists(job.resolve("done-1")));
                await().atMost(TIMEOUT).until(() -> count(sqs, url) == 1);
            }
        }
    }

    @Test
    void withoutPartialResponsesASuccessDeletesTheWholeBatch() throws Exception {
        try (EmbeddedEngines cloud = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
                SqsClient sqs = TestClients.sqs(cloud.sqs());
                Functions functions = Functions.inThisProcess(data)) {
            String url = queue(sqs, "jobs", 600);
            sqs.sendMessage(r -> r.queueUrl(url).messageBody("!poison"));
            try (EventSourceMapping mapping = batches(sqs, functions, url, false)) {
                assertThat(mapping).isNotNull();
                await().atMost(TIMEOUT).until(() -> isEmpty(sqs, url));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneMessageOfAnotherGroupIsAmongTheFirstToRun(boolean afterTheOthers) throws Exception {
        Path order = Files.createFile(data.resolve("order"));
        try (EmbeddedEngines cloud = EmbeddedEngines.start(data, TestClients.EVERY_DELIVERY);
                SqsClient sqs = TestClients.sqs(cloud.sqs());
                Functions functions = Functions.inThisProcess(data)) {
            String url = queue(sqs, "jobs", 600);
            if (!afterTheOthers) {
                sqs.sendMessage(m -> m.queueUrl(url).messageBody("mara").messageGroupId("mara"));
            }
            for (int batch = 0; batch < 50; batch++) {
                sendTen(sqs, url, batch);
            }
            if (afterTheOthers) {
                sqs.sendMessage(m -> m.queueUrl(url).messageBody("mara").messageGroupId("mara"));
            }
            functions.add(
                    new FunctionSpec(
                            "work",
                            archive,
                            "fn.Note",
                            Map.of("ORDER", order.toString()),
                            Duration.ofMinutes(1),
                            128,
                            2));
            try (EventSourceMapping mapping =
                    EventSourceMapping.start(
                            sqs,
                            functions,
                            new EventSourceMapping.Source(
                                    "work",
                                    url,
                                    "arn:aws:sqs:us-east-1:000000000000:jobs",
                                    1,
                                    2,
                                    true),
                            data)) {
                assertThat(mapping).isNotNull();
                await().atMost(TIMEOUT).until(() -> isEmpty(sqs, url));
            }
        }
        // With its receive count: each message ran once.
        List<String> ran = Files.readAllLines(order);
        assertThat(ran).hasSize(501).doesNotHaveDuplicates();
        assertThat(ran.indexOf("mara 1")).isLessThan(4);
    }

    private static void sendTen(SqsClient sqs, String url, int batch) {
        List<SendMessageBatchRequestEntry> entries =
                IntStream.range(0, 10)
                        .mapToObj(
                                i ->
                                        SendMessageBatchRequestEntry.builder()
                                                .id("m" + i)
                                                .messageBody("other-" + (batch * 10 + i))
                                                .messageGroupId("other")
                                                .build())
                        .toList();
        sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
    }

    private static EventSourceMapping batches(
            SqsClient sqs, Functions functions, String url, boolean report) throws IOException {
        Path data = Files.createTempDirectory(built, "batches");
        functions.add(
                new FunctionSpec(
                        "work", archive, "fn.Work", Map.of(), Duration.ofMinutes(1), 128, 2));
        return EventSourceMapping.start(
                sqs,
                functions,
                new EventSourceMapping.Source(
                        "work", url, "arn:aws:sqs:us-east-1:000000000000:jobs", 10, 2, report),
                data);
    }

    private static String queue(SqsClient sqs, String name, int visibility) {
        return sqs.createQueue(
                        r ->
                                r.queueName(name)
                                        .attributes(
                                                Map.of(
                                                        QueueAttributeName.VISIBILITY_TIMEOUT,
                                                        Integer.toString(visibility))))
                .queueUrl();
    }

    private static boolean isEmpty(SqsClient sqs, String url) {
        return count(sqs, url) == 0;
    }

    private static int count(SqsClient sqs, String url) {
        List<QueueAttributeName> counts =
                List.of(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        Map<QueueAttributeName, String> found =
                sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(counts)).attributes();
        return counts.stream()
                .flatMap(name -> Stream.ofNullable(found.get(name)))
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
