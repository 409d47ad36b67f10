package io.parler.polly;

import io.parler.polly.http.FaultInjection;
import io.parler.polly.http.RateLimit;
import io.parler.polly.http.RateLimiter;
import io.parler.polly.voice.Engine;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command line of the endpoint.
@Command(
        name = "polly-local",
        mixinStandardHelpOptions = true,
        description = "A Polly-compatible endpoint on 127.0.0.1 that synthesizes real speech.")
final class PollyCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "4577", description = "Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--engine",
            defaultValue = "mary",
            description =
                    "mary (speech) or tone (a quiet tone of the same length). Default:"
                            + " ${DEFAULT-VALUE}.")
    private String engine = "mary";

    @Option(
            names = "--latency",
            defaultValue = "0",
            description = "Delay before each response, in milliseconds.")
    private int latency;

    @Option(
            names = "--quota",
            paramLabel = "ENGINE=RATE:BURST:CONCURRENT",
            description =
                    "Rate limit of one of Polly's engines, such as neural=8:10:18; repeatable.")
    private Map<String, String> quotas = Map.of();

    @Option(names = "--no-quota", description = "Never throttle.")
    private boolean noQuota;

    @Override
    public Integer call() throws InterruptedException {
        try {
            Map<Engine, RateLimiter> limiters =
                    noQuota ? Map.of() : PollyLocal.rateLimiters(overrides());
            PollyLocal running =
                    PollyLocal.start(
                            port, engine, new FaultInjection(latency, 0, 0, 0, 1), limiters);
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

    private Map<Engine, RateLimit> overrides() {
        Map<Engine, RateLimit> overrides = new EnumMap<>(Engine.class);
        quotas.forEach((name, limit) -> overrides.put(engine(name), RateLimit.parse(limit)));
        return overrides;
    }

    private static Engine engine(String code) {
        return Engine.ofCode(code)
                .orElseThrow(() -> new IllegalArgumentException("Polly has no engine " + code));
    }
}
