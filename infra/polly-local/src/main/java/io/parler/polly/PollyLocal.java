package io.parler.polly;

import io.parler.polly.espeak.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The endpoint, embedded by `start` or alone from the command line.
public final class PollyLocal implements AutoCloseable {
    private final PollyServer server;

    private PollyLocal(PollyServer server) {
        this.server = server;
    }

    /// Answers at once on 127.0.0.1, with the quotas of a new AWS account; speech waits until the
    /// voice has loaded.
    ///
    /// @param port 0 for any that is free
    /// @param engine "mary" or "tone"
    public static PollyLocal start(int port, String engine) throws IOException {
        return start(port, engine, Faults.NONE, quotas(Map.of()));
    }

    static PollyLocal start(int port, String engine, Faults faults, Map<Engine, Quota> quotas)
            throws IOException {
        return start(port, engine, faults, quotas, Library.installed());
    }

    /// @param espeak the shared library of espeak-ng, where it is installed
    static PollyLocal start(
            int port,
            String engine,
            Faults faults,
            Map<Engine, Quota> quotas,
            Optional<Path> espeak)
            throws IOException {
        return new PollyLocal(new PollyServer(port, new Stage(engine, faults, espeak), quotas));
    }

    static Map<Engine, Quota> quotas(Map<Engine, Quota.Limits> changed) {
        Map<Engine, Quota> quotas = new EnumMap<>(Engine.class);
        for (Engine engine : Engine.values()) {
            Quota.Limits limits = changed.getOrDefault(engine, Quota.Limits.of(engine));
            quotas.put(engine, new Quota(limits, System::nanoTime));
        }
        return quotas;
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    /// Runs it alone until it is interrupted.
    public static void main(String[] args) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(new CommandLine(new Alone()).execute(args));
    }

    @Command(
            name = "polly-local",
            mixinStandardHelpOptions = true,
            description = "A Polly-compatible endpoint that speaks, on 127.0.0.1.")
    private static final class Alone implements Callable<Integer> {
        @Option(names = "--port", defaultValue = "4577", description = "Default: ${DEFAULT-VALUE}.")
        private int port;

        @Option(
                names = "--engine",
                defaultValue = "mary",
                description =
                        "mary (speech) or tone (a quiet tone of that length). Default: ${DEFAULT-VALUE}.")
        private String engine = "mary";

        @Option(
                names = "--latency",
                defaultValue = "0",
                description = "Milliseconds every call waits before it is answered.")
        private int latency;

        @Option(
                names = "--quota",
                paramLabel = "ENGINE=RATE:BURST:CONCURRENT",
                description =
                        "Quota of one of Polly's engines, as neural=8:10:18; may be repeated.")
        private Map<String, String> quotas = Map.of();

        @Option(names = "--no-quota", description = "Never throttle.")
        private boolean noQuota;

        @Override
        public Integer call() throws InterruptedException {
            try {
                Map<Engine, Quota> all = noQuota ? Map.of() : quotas(changed());
                PollyLocal running = start(port, engine, new Faults(latency, 0, 0, 0, 1), all);
                System.out.println("Polly on http://127.0.0.1:" + running.port());
                Runtime.getRuntime().addShutdownHook(new Thread(running::close));
            } catch (IllegalArgumentException e) {
                System.err.println(e.getMessage());
                return 2;
            } catch (IOException e) {
                System.err.println("Port " + port + " can't be used: " + e.getMessage());
                return 1;
            }
            new CountDownLatch(1).await();
            return 0;
        }

        private Map<Engine, Quota.Limits> changed() {
            Map<Engine, Quota.Limits> changed = new EnumMap<>(Engine.class);
            quotas.forEach(
                    (name, limits) ->
                            changed.put(
                                    Engine.of(name)
                                            .orElseThrow(
                                                    () ->
                                                            new IllegalArgumentException(
                                                                    "Polly has no engine " + name)),
                                    Quota.Limits.parse(limits)));
            return changed;
        }
    }
}
