package io.parler.bench.cost;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.bench.process.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A suite in a process of its own, which writes down what it consumes.
final class RunningSuite implements AutoCloseable {
    private static final long START_SECONDS = 180;
    private static final long QUIET_MILLISECONDS = 1_500;

    private final Process process;
    private final Path data;
    private final URI origin;

    private RunningSuite(Process process, Path data, URI origin) {
        this.process = process;
        this.data = data;
        this.origin = origin;
    }

    /// @param home the project's folder, with everything built
    /// @param allowed the host and port of a site that the suite may read
    static RunningSuite start(Path home, Path data, String allowed)
            throws IOException, InterruptedException {
        Path target = home.resolve("infra/cli/target");
        Path output = data.resolveSibling("suite.log");
        List<String> command =
                List.of(
                        JavaCommand.java(),
                        "-XX:+UseSerialGC",
                        "-Xmx320m",
                        "-Dsun.net.httpserver.nodelay=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dparler.home=" + home,
                        "-cp",
                        target.resolve("cli.jar")
                                + File.pathSeparator
                                + Files.readString(target.resolve("classpath")).strip(),
                        "io.parler.cli.ParlerCommand",
                        "up",
                        "--port=0",
                        "--usage",
                        "--voice-engine=tone",
                        "--allow=" + allowed,
                        "--data=" + data);
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        Path run = data.resolve("run.json");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!Files.exists(run) || Files.size(run) == 0) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("the suite did not start:\n" + Files.readString(output));
            }
        }
        String origin = new ObjectMapper().readTree(run.toFile()).path("origin").asText();
        return new RunningSuite(process, data, URI.create(origin));
    }

    URI origin() {
        return origin;
    }

    /// What is written down so far, when nothing has been for some seconds.
    State quiet() throws IOException, InterruptedException {
        State state = state();
        while (true) {
            Thread.sleep(QUIET_MILLISECONDS);
            State next = state();
            if (next.usage().size() == state.usage().size()) {
                return next;
            }
            state = next;
        }
    }

    private State state() throws IOException {
        long logs = 0;
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            for (Path file : files.toList()) {
                logs += Files.size(file);
            }
        }
        return new State(Files.readAllLines(data.resolve("usage.jsonl")), logs);
    }

    /// The metrics that functions sent, each with its dimensions.
    long metrics() throws IOException {
        MetricReader metrics = new MetricReader();
        try (Stream<Path> files = Files.list(data.resolve("logs"))) {
            for (Path file : files.toList()) {
                metrics.read(Files.readAllLines(file));
            }
        }
        return metrics.count();
    }

    /// What was written down until a moment.
    ///
    /// @param logBytes that functions logged
    record State(List<String> usage, long logBytes) {
        List<String> since(State earlier) {
            return usage.subList(earlier.usage().size(), usage.size());
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
