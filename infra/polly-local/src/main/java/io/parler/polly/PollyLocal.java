package io.parler.polly;

import io.parler.polly.espeak.EspeakLibrary;
import io.parler.polly.http.EngineSettings;
import io.parler.polly.http.FaultInjection;
import io.parler.polly.http.PollyServer;
import io.parler.polly.http.RateLimit;
import io.parler.polly.http.RateLimiter;
import io.parler.polly.voice.Engine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/// The Polly endpoint: started by another program with `start`, or from the command line.
public final class PollyLocal implements AutoCloseable {
    private final PollyServer server;

    private PollyLocal(PollyServer server) {
        this.server = server;
    }

    /// Starts the endpoint on 127.0.0.1, with the rate limits of a new AWS account. It answers at
    /// once; requests for speech wait until the voices are loaded.
    ///
    /// @param port 0 for any free port
    /// @param engine "mary" or "tone"
    public static PollyLocal start(int port, String engine) throws IOException {
        return start(port, engine, FaultInjection.NONE, rateLimiters(Map.of()));
    }

    static PollyLocal start(
            int port, String engine, FaultInjection faults, Map<Engine, RateLimiter> rateLimiters)
            throws IOException {
        return start(port, engine, faults, rateLimiters, EspeakLibrary.installed());
    }

    /// @param espeak the shared library of espeak-ng, if installed
    static PollyLocal start(
            int port,
            String engine,
            FaultInjection faults,
            Map<Engine, RateLimiter> rateLimiters,
            Optional<Path> espeak)
            throws IOException {
        Synthesizers synthesizers = Synthesizers.with(espeak);
        return new PollyLocal(
                new PollyServer(
                        port,
                        new EngineSettings(engine, faults, synthesizers::create),
                        synthesizers.voices(),
                        rateLimiters));
    }

    /// One rate limiter for each engine, with AWS's default limits.
    ///
    /// @param overrides limits to use instead of the default ones
    static Map<Engine, RateLimiter> rateLimiters(Map<Engine, RateLimit> overrides) {
        Map<Engine, RateLimiter> limiters = new EnumMap<>(Engine.class);
        for (Engine engine : Engine.values()) {
            RateLimit limit = overrides.getOrDefault(engine, RateLimit.of(engine));
            limiters.put(engine, new RateLimiter(limit, System::nanoTime));
        }
        return limiters;
    }

    /// The port it listens on.
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    /// Runs it as a process of its own until it is interrupted.
    public static void main(String[] args) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.exit(new CommandLine(new PollyCommand()).execute(args));
    }
}
