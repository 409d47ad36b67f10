package io.parler.bench.suite;

import io.parler.bench.process.JavaCommand;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A suite that runs in a process with the memory of `./parler up`. Its data is deleted at the
/// start.
public final class SuiteProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final Path data;
    private final Map<String, URI> endpoints = new HashMap<>();
    private final URI origin;
    private final URI queues;
    private final URI functions;

    /// How a suite is started.
    ///
    /// @param home the project's folder, where everything is built
    /// @param processes whether functions run in processes of their own
    /// @param voice the address of polly-local
    /// @param proxies the addresses that functions use in place of the engines', by service
    /// @param environment variables for the suite file
    public record Options(
            Path home,
            Path suiteFile,
            Path data,
            boolean processes,
            URI voice,
            Map<String, URI> proxies,
            Map<String, String> environment) {
        public Options {
            proxies = Map.copyOf(proxies);
            environment = Map.copyOf(environment);
        }
    }

    private SuiteProcess(Process process, Path data, Path log) throws IOException {
        this.process = process;
        this.data = data;
        this.lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String[] ready = new String[0];
        while (ready.length == 0) {
            String line = next();
            if (line == null) {
                process.destroyForcibly();
                throw new IOException("the suite did not start:\n" + Files.readString(log));
            }
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case SuiteMain.ENDPOINT -> endpoints.put(words[1], URI.create(words[2]));
                case SuiteMain.READY -> ready = words;
                default -> {
                    // a library's own words
                }
            }
        }
        origin = URI.create(ready[1]);
        queues = URI.create(ready[2]);
        functions = URI.create(ready[3]);
    }

    /// Returns when it accepts requests.
    public static SuiteProcess start(Options options) throws IOException {
        Path cli = options.home().resolve("infra/cli/target/classpath");
        if (!Files.exists(cli)) {
            throw new IOException(cli + " is missing; build the project first");
        }
        Files.createDirectories(options.data());
        Path log = options.data().resolveSibling(options.data().getFileName() + ".log");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                JavaCommand.java(),
                                "-XX:+UseSerialGC",
                                "-Xms64m",
                                "-Xmx320m",
                                "-XX:+UseCompactObjectHeaders",
                                "-Dsun.net.httpserver.nodelay=true",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                JavaCommand.location(SuiteMain.class)
                                        + File.pathSeparator
                                        + Files.readString(cli).strip(),
                                SuiteMain.class.getName(),
                                options.suiteFile().toString(),
                                options.data().toString(),
                                options.processes() ? "processes" : "threads",
                                options.voice().toString()));
        command.addAll(1, JavaCommand.compilerOptions());
        options.proxies().forEach((service, proxy) -> command.add(service + "=" + proxy));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.environment().putAll(options.environment());
        return new SuiteProcess(builder.start(), options.data(), log);
    }

    private synchronized @Nullable String next() throws IOException {
        return lines.readLine();
    }

    /// The address of a service's engine.
    public URI endpoint(String service) {
        URI endpoint = endpoints.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException(service);
        }
        return endpoint;
    }

    public Api api() {
        return new Api(origin);
    }

    /// The queues, without a proxy.
    public Queues queues() {
        return new Queues(queues);
    }

    /// The address at which functions are invoked.
    public URI functions() {
        return functions;
    }

    public Path data() {
        return data;
    }

    /// The processes of its functions.
    public Stream<ProcessHandle> functionProcesses() {
        return process.descendants().filter(ProcessHandle::isAlive);
    }

    /// The bytes on its heap after a full collection.
    public synchronized long heapBytes() throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((SuiteMain.HEAP + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        for (String line = next(); line != null; line = next()) {
            if (line.startsWith(SuiteMain.HEAP + " ")) {
                return Long.parseLong(line.substring(SuiteMain.HEAP.length() + 1));
            }
        }
        throw new IOException("the suite has ended");
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException _) {
            process.destroyForcibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
