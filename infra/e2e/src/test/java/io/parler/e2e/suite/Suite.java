package io.parler.e2e.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.e2e.project.Machine;
import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A running suite: a process started as by `./parler up`, or one that is already running.
public final class Suite implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /// The environment of a suite that a test kills: short timeouts, so that work in flight is
    /// soon repeated. For the tone engine, whose calls are short.
    public static final Map<String, String> QUICK_RECOVERY =
            Map.of("SYNTHESIS_TIMEOUT", "10", "CLAIM_TTL", "20", "JOB_LEASE", "15");

    /// The time limit of a call to the voice under `QUICK_RECOVERY`, as measured at the endpoint,
    /// where a call arrives late on a busy machine.
    public static final Duration GIVEN_UP = Duration.ofSeconds(8);

    /// A process that has not ended after this time, even on a busy machine, hangs.
    private static final Duration HANGS = Duration.ofMinutes(10);

    private final URI origin;
    private final Optional<Process> process;
    private final Optional<Path> data;
    private final Duration startup;

    private Suite(URI origin, Optional<Process> process, Optional<Path> data, Duration startup) {
        this.origin = origin;
        this.process = process;
        this.data = data;
        this.startup = startup;
    }

    /// A suite that is started and stopped by somebody else.
    public static Suite running(URI origin) {
        return new Suite(origin, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    /// Starts a suite on this data. Returns when it is ready.
    public static Suite start(Path data, String... options) {
        return start(ProjectFiles.root(), data, Map.of(), options);
    }

    /// A suite that reads its templates from another home, with more environment variables.
    public static Suite start(
            Path home, Path data, Map<String, String> environment, String... options) {
        Path output = data.resolveSibling(data.getFileName() + ".out");
        List<String> command = new ArrayList<>(LauncherCommand.java(home));
        command.addAll(List.of("up", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(runFile(data));
            Instant begun = Instant.now();
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(ProjectFiles.root().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            JsonNode run = awaitRunFile(process, data, output);
            Duration startup = Duration.between(begun, Instant.now());
            return new Suite(
                    URI.create(run.path("origin").asText()),
                    Optional.of(process),
                    Optional.of(data),
                    startup);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ApiClient api() {
        return new ApiClient(origin);
    }

    public String url(String path) {
        return origin.resolve(path).toString();
    }

    /// The time from the start of the process until it was ready.
    public Duration startup() {
        return startup;
    }

    Optional<Long> residentMebibytes() {
        return process.map(Process::pid).flatMap(Machine::residentMebibytes);
    }

    /// The address of its SQS; empty for a suite that somebody else started.
    public Optional<URI> queues() {
        return data.map(folder -> json(runFile(folder)).path("queues").asText())
                .filter(address -> !address.isEmpty())
                .map(URI::create);
    }

    /// The log file of each function; empty for a suite that somebody else started.
    public List<Path> logs() {
        return data.map(folder -> ProjectFiles.files(folder.resolve("logs"), ".log"))
                .orElse(List.of());
    }

    /// Asks it to stop, as Ctrl-C does, and returns whether it did.
    public boolean stop() {
        process.ifPresent(Process::destroy);
        return process.map(p -> hasEnded(p, HANGS)).orElse(true);
    }

    /// Kills it, as a power cut would.
    public void kill() {
        process.ifPresent(
                p -> {
                    p.destroyForcibly();
                    hasEnded(p, HANGS);
                });
    }

    @Override
    public void close() {
        stop();
    }

    private static JsonNode awaitRunFile(Process process, Path data, Path output) {
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!Files.exists(runFile(data))
                || json(runFile(data)).path("origin").asText().isEmpty()) {
            if (hasEnded(process, Duration.ofMillis(20)) || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new AssertionError("the suite did not start:\n" + ProjectFiles.read(output));
            }
        }
        return json(runFile(data));
    }

    private static boolean hasEnded(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The file in which a running suite describes itself.
    private static Path runFile(Path data) {
        return data.resolve("run.json");
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
