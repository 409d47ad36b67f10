package io.parler.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends the same request over several connections, each as soon as the last response is there.
final class LoadGenerator {
    private final String name;
    private final HttpRequest request;
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger failures = new AtomicInteger();
    private long elapsed;

    LoadGenerator(String name, URI address, String... headers) {
        this.name = name;
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        this.request = builder.build();
    }

    /// Runs for this long. Its results are added to those of earlier rounds.
    void run(HttpClient http, int connections, Duration duration) {
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < connections; i++) {
                threads.execute(
                        () -> {
                            while (System.nanoTime() < end) {
                                send(http);
                            }
                        });
            }
        }
        elapsed += System.nanoTime() - start;
    }

    private void send(HttpClient http) {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                failures.incrementAndGet();
            }
            nanos.add(System.nanoTime() - start);
        } catch (IOException _) {
            failures.incrementAndGet();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Forgets the results so far, as after a warm-up.
    void reset() {
        nanos.clear();
        failures.set(0);
        elapsed = 0;
    }

    /// The requests without the response 200.
    int failures() {
        return failures.get();
    }

    double perSecond() {
        return nanos.size() * 1e9 / elapsed;
    }

    /// A line of the report.
    ///
    /// @param floor the requests a second that are possible
    String figures(double floor) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "  %-22s %,8.0f requests/s   p50 %7.1f ms   p99 %7.1f ms   %5.2f of echo   %d failed",
                name,
                perSecond(),
                Percentile.of(sorted, 50) / 1e6,
                Percentile.of(sorted, 99) / 1e6,
                perSecond() / floor,
                failures());
    }
}
