package io.parler.bench.convert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A worker in a process of its own, with 128 MB of heap and, as Lambda has it, the first compiler
/// only.
final class WorkerClient implements AutoCloseable {
    /// How a conversion went; the heap is told where it was watched.
    ///
    /// @param live bytes that full collections left, the most of them
    /// @param peak bytes in use at most, garbage included
    record Run(Duration time, long live, long peak) {}

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter jobs;
    private final Path log;

    private WorkerClient(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.jobs = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static WorkerClient start(Path folder, URI cloud, URI polly) throws IOException {
        Path log = folder.resolve("worker.log");
        var builder =
                new ProcessBuilder(
                        JavaCommand.java(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseCompactObjectHeaders",
                        "-cp",
                        JavaCommand.classPath(),
                        WorkerMain.class.getName());
        builder.environment()
                .putAll(
                        Map.ofEntries(
                                Map.entry("AWS_REGION", "eu-west-1"),
                                Map.entry("AWS_ACCESS_KEY_ID", "bench"),
                                Map.entry("AWS_SECRET_ACCESS_KEY", "bench"),
                                Map.entry("AWS_LAMBDA_LOG_LEVEL", "WARN"),
                                Map.entry("SERVICE_NAME", "conversion"),
                                Map.entry("AUDIO_BUCKET", "audio"),
                                Map.entry("TEXTS_BUCKET", "texts"),
                                Map.entry("EVENTS_TOPIC_ARN", "arn:aws:sns:eu-west-1:1:events"),
                                Map.entry("LOAD_POST_FUNCTION", "load-post"),
                                Map.entry("CLAIMS_TABLE", "claims"),
                                Map.entry("JOBS_QUEUE_URL", cloud + "/"),
                                Map.entry("MOST_CHARACTERS", "999999999"),
                                Map.entry("AWS_ENDPOINT_URL", cloud.toString()),
                                Map.entry("AWS_ENDPOINT_URL_POLLY", polly.toString())));
        return new WorkerClient(builder.redirectError(log.toFile()).start(), log);
    }

    Run convert(String id, String textKey) throws IOException {
        return run("plain", id, textKey);
    }

    /// Collects the heap again and again meanwhile, so the time says nothing.
    Run watch(String id, String textKey) throws IOException {
        return run("watch", id, textKey);
    }

    private Run run(String how, String id, String textKey) throws IOException {
        jobs.println(how + " " + id + " " + textKey);
        String answer = answers.readLine();
        if (answer == null || !answer.startsWith("done ")) {
            throw new IOException("the conversion failed: " + lastWords());
        }
        List<String> fields = List.of(answer.split(" ", -1));
        return new Run(
                Duration.ofNanos(Long.parseLong(fields.get(1))),
                Long.parseLong(fields.get(2)),
                Long.parseLong(fields.get(3)));
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    /// Time it kept a processor busy so far.
    Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        jobs.close();
        process.destroyForcibly();
    }
}
