package io.parler.bench.convert;

import io.parler.bench.process.JavaCommand;
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

/// Starts the worker in a process of its own and sends it jobs. It has 128 MB of heap and only the
/// C1 compiler, as on Lambda.
final class WorkerClient implements AutoCloseable {
    /// The result of a conversion.
    ///
    /// @param liveBytes the maximum after full collections, if the heap was monitored
    /// @param peakBytes the peak including garbage, if the heap was monitored
    record Result(Duration time, long liveBytes, long peakBytes) {}

    private final Process process;
    private final BufferedReader responses;
    private final PrintWriter jobs;
    private final Path log;

    private WorkerClient(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.responses =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.jobs = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    static WorkerClient start(Path folder, URI aws, URI polly) throws IOException {
        Path log = folder.resolve("worker.log");
        ProcessBuilder builder =
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
                                Map.entry("QUOTA_RESERVATION_FUNCTION", "quota-reservation"),
                                Map.entry("CLAIMS_TABLE", "claims"),
                                Map.entry("CLAIM_TTL", "130"),
                                Map.entry("JOB_LEASE", "60"),
                                Map.entry("LOUDNESS_LUFS", "-19"),
                                Map.entry("SYNTHESIS_TIMEOUT", "60"),
                                Map.entry("JOBS_QUEUE_URL", aws + "/"),
                                Map.entry("MAX_CHARACTERS", "999999999"),
                                Map.entry("AWS_ENDPOINT_URL", aws.toString()),
                                Map.entry("AWS_ENDPOINT_URL_POLLY", polly.toString())));
        return new WorkerClient(builder.redirectError(log.toFile()).start(), log);
    }

    Result convert(String id, String textKey) throws IOException {
        return run("plain", id, textKey);
    }

    /// Converts with repeated full collections, so the time is meaningless.
    Result convertAndMonitorHeap(String id, String textKey) throws IOException {
        return run("watch", id, textKey);
    }

    private Result run(String mode, String id, String textKey) throws IOException {
        jobs.println(mode + " " + id + " " + textKey);
        String response = responses.readLine();
        if (response == null || !response.startsWith("done ")) {
            throw new IOException("the conversion failed: " + lastLogLine());
        }
        List<String> fields = List.of(response.split(" ", -1));
        return new Result(
                Duration.ofNanos(Long.parseLong(fields.get(1))),
                Long.parseLong(fields.get(2)),
                Long.parseLong(fields.get(3)));
    }

    private String lastLogLine() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "the log is empty" : lines.getLast();
    }

    /// The CPU time used so far.
    Duration cpuTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        jobs.close();
        process.destroyForcibly();
    }
}
