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

/// A running suite: a process of its own, started as `./parler up` starts it, or one that runs
/// already.
public final class Suite implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    /// The environment of a suite that a test cuts off: what was in flight is soon done again. For
    /// the tone engine, whose calls are short.
    public static final Map<String, String> QUICK_RECOVERY =
            Map.of("SYNTHESIS_TIMEOUT", "10", "CLAIM_TTL", "20", "JOB_LEASE", "15");

    /// A process that has not ended after this time does not stop by itself.
    public static final Duration STOP_LIMIT = Duration.ofMinutes(1);

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

    /// One that somebody else started, and stops.
    public static Suite running(URI origin) {
        return new Suite(origin, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    /// Starts one on this data and returns when it says that it is ready.
    public static Suite start(Path data, String... options) {
        return start(ProjectFiles.root(), data, Map.of(), options);
    }

    /// One that reads its templates from another home, with more environment variables.
    public static Suite start(
            Path home, Path data, Map<String, String> environment, String... options) {
        Path output = data.resolveSibling(data.getFileName() + ".out");
        List<String> command = new ArrayList<>(LauncherCommand.java(home));
        command.addAll(List.of("up", "--port", "0", "--data", data.toString()));
        command.addAll(List.of(options));
        try {
            Files.createDirectories(data);
            Files.deleteIfExists(note(data));
            Instant begun = Instant.now();
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(ProjectFiles.root().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            JsonNode note = noteOf(process, data, output);
            Duration startup = Duration.between(begun, Instant.now());
            return new Suite(
                    URI.create(note.path("origin").asText()),
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

    /// From the start of the process to its being ready.
    public Duration startup() {
        return startup;
    }

    Optional<Long> residentMebibytes() {
        return process.map(Process::pid).flatMap(Machine::residentMebibytes);
    }

    /// Where its queues answer; empty for a suite that somebody else started.
    public Optional<URI> queues() {
        return data.map(folder -> json(note(folder)).path("queues").asText())
                .filter(address -> !address.isEmpty())
                .map(URI::create);
    }

    /// What each function logged, by function; empty for a suite that somebody else started.
    public List<Path> logs() {
        return data.map(folder -> ProjectFiles.files(folder.resolve("logs"), ".log"))
                .orElse(List.of());
    }

    /// Asks it to stop, as Ctrl-C does, and says how long that took.
    public Duration stop() {
        Instant begun = Instant.now();
        process.ifPresent(
                p -> {
                    p.destroy();
                    gone(p, STOP_LIMIT);
                });
        return Duration.between(begun, Instant.now());
    }

    /// Ends it as a power cut would.
    public void kill() {
        process.ifPresent(
                p -> {
                    p.destroyForcibly();
                    gone(p, STOP_LIMIT);
                });
    }

    @Override
    public void close() {
        stop();
    }

    private static JsonNode noteOf(Process process, Path data, Path output) {
        Instant deadline = Instant.now().plus(START_LIMIT);
        while (!Files.exists(note(data)) || json(note(data)).path("origin").asText().isEmpty()) {
            if (gone(process, Duration.ofMillis(20)) || Instant.now().isAfter(deadline)) {
                process.destroyForcibly();
                throw new AssertionError("the suite did not start:\n" + ProjectFiles.read(output));
            }
        }
        return json(note(data));
    }

    private static boolean gone(Process process, Duration within) {
        try {
            return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What a running suite tells of itself.
    private static Path note(Path data) {
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
