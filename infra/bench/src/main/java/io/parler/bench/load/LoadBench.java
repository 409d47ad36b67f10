package io.parler.bench.load;

import io.parler.bench.process.PollyProcess;
import io.parler.bench.suite.Api;
import io.parler.bench.suite.Queues;
import io.parler.bench.suite.SuiteProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler bench load`: requests a second beside a function that does nothing, and a long queue of
/// many accounts.
@Command(
        name = "load",
        description = {
            "Requests a status, posts and a player again and again, in turns with a function that does"
                    + " nothing on the same local runtime; then queues conversions of many accounts"
                    + " and has them worked off.",
            "The exit status is 1 if a request fails, if memory grows, or if small accounts wait"
                    + " for a large one."
        },
        mixinStandardHelpOptions = true)
public final class LoadBench implements Callable<Integer> {
    private static final int CONNECTIONS = 8;
    private static final double MB = 1 << 20;

    /// How much more the heap may hold at the end than at the first quarter: caches fill up.
    private static final double MAX_GROWTH_MB = 48;

    /// A shorter queue says nothing about memory and waiting.
    private static final int MIN_JUDGED = 1_000;

    @Option(
            names = "--seconds",
            description = "Of each kind of request in one round. Default: ${DEFAULT-VALUE}")
    private int seconds = 5;

    @Option(names = "--rounds", description = "How many. Default: ${DEFAULT-VALUE}")
    private int rounds = 4;

    @Option(
            names = "--conversions",
            description = "That are queued. Default: ${DEFAULT-VALUE}; 0 to skip.")
    private int conversions = 10_000;

    @Option(names = "--accounts", description = "That queue them. Default: ${DEFAULT-VALUE}")
    private int accounts = 50;

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            description = "What has not ended then is lost. Default: ${DEFAULT-VALUE}")
    private int patience = 120;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for the suites' data, which is deleted first.")
    private @Nullable Path data;

    @Option(names = "--home", hidden = true, description = "The project's folder.")
    private Path home = Path.of(System.getProperty("parler.home", ""));

    @Spec private @Nullable CommandSpec spec;

    private final List<String> faults = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        home = home.toAbsolutePath().normalize();
        Path folder =
                data == null ? Files.createTempDirectory("parler-load") : data.toAbsolutePath();
        Instant deadline = Instant.now().plus(Duration.ofMinutes(patience));
        try (PollyProcess voice =
                        PollyProcess.startUnlimited(
                                home.resolve("infra/polly-local/target/polly-local.jar"));
                SuiteProcess suite =
                        start(home.resolve("infra/suite.yaml"), folder.resolve("suite"), voice)) {
            List<String> keys = Accounts.create(suite, accounts);
            if (rounds > 0) {
                try (SuiteProcess echo =
                        start(
                                EchoSuite.write(folder.resolve("echo-suite")),
                                folder.resolve("echo"),
                                voice)) {
                    requests(suite, echo, keys.getFirst(), deadline);
                }
            }
            if (conversions > 0) {
                backlog(suite, keys, deadline);
            }
        }
        faults.forEach(fault -> print("FAULT: " + fault));
        return faults.isEmpty() ? 0 : 1;
    }

    private SuiteProcess start(Path suiteFile, Path folder, PollyProcess voice) throws IOException {
        return SuiteProcess.start(
                new SuiteProcess.Options(
                        home,
                        suiteFile,
                        folder,
                        false,
                        voice.address(),
                        Map.of(),
                        Map.of("SIGN_IN", "key")));
    }

    private void requests(SuiteProcess suite, SuiteProcess echo, String key, Instant deadline)
            throws IOException, InterruptedException {
        String[] headers = {"Authorization", "Bearer " + key};
        try (Api api = suite.api();
                Api floor = echo.api();
                FeedSite site = new FeedSite();
                HttpClient http =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            String self = "/v1/conversions/" + converted(api, deadline, headers);
            URI origin = api.origin();
            String feed = URLEncoder.encode(origin + "/sample/feed.xml", StandardCharsets.UTF_8);
            LoadGenerator echoed = new LoadGenerator("echo", floor.origin().resolve("/echo"));
            List<LoadGenerator> all =
                    List.of(
                            echoed,
                            new LoadGenerator("GET status", origin.resolve(self), headers),
                            new LoadGenerator(
                                    "GET posts (cached)",
                                    origin.resolve("/v1/posts?url=" + feed),
                                    headers),
                            new LoadGenerator("GET player page", origin.resolve(self + "/player")));
            api.getOk("/v1/posts?url=" + feed, headers);
            all.forEach(load -> load.run(http, CONNECTIONS, Duration.ofSeconds(seconds)));
            all.forEach(LoadGenerator::reset);
            for (int round = 0; round < rounds; round++) {
                all.forEach(load -> load.run(http, CONNECTIONS, Duration.ofSeconds(seconds)));
            }
            print(
                    String.format(
                            Locale.ROOT,
                            "%d connections, %d rounds of %d s in turns, on %d cores:",
                            CONNECTIONS,
                            rounds,
                            seconds,
                            Runtime.getRuntime().availableProcessors()));
            if (site.requests() > 1) {
                faults.add("the feed was fetched " + site.requests() + " times");
            }
            for (LoadGenerator load : all) {
                print(load.figures(echoed.perSecond()));
                if (load.failures() > 0) {
                    faults.add(load.failures() + " requests failed");
                }
            }
        }
    }

    private static String converted(Api api, Instant deadline, String... headers)
            throws IOException, InterruptedException {
        String id =
                api.postOk(
                                "/v1/conversions",
                                "{\"source\":{\"title\":\"A note\",\"text\":\"A short note.\"}}",
                                headers[0],
                                headers[1],
                                "Idempotency-Key",
                                "load")
                        .json()
                        .path("id")
                        .asText();
        api.ended(id, deadline, headers);
        return id;
    }

    private void backlog(SuiteProcess suite, List<String> keys, Instant deadline)
            throws IOException, InterruptedException {
        try (Api api = suite.api();
                Queues queues = suite.queues()) {
            Backlog backlog = new Backlog(api, queues, keys);
            Instant start = Instant.now();
            backlog.request(conversions);
            Instant accepted = Instant.now();
            int queued = backlog.waiting();
            List<Double> heap = new ArrayList<>(List.of(suite.heapBytes() / MB));
            for (int quarter = 3; quarter >= 0; quarter--) {
                backlog.awaitAtMost(queued * quarter / 4, deadline);
                heap.add(suite.heapBytes() / MB);
            }
            List<List<Long>> waits = backlog.waits(deadline);
            Instant end = Instant.now();
            print(
                    String.format(
                            Locale.ROOT,
                            "%,d conversions of %d accounts: accepted in %.0f s, %,d waited in the queue then;"
                                    + " all completed after %.0f s (%.1f a second)",
                            conversions,
                            accounts,
                            seconds(start, accepted),
                            queued,
                            seconds(start, end),
                            conversions / seconds(start, end)));
            print(
                    String.format(
                            Locale.ROOT,
                            "  heap after full collections, at each quarter of the queue: %s",
                            String.join(
                                    ", ",
                                    heap.stream()
                                            .map(mb -> String.format(Locale.ROOT, "%.0f MB", mb))
                                            .toList())));
            List<Long> large = waits.getFirst();
            List<Long> small = waits.stream().skip(1).flatMap(List::stream).sorted().toList();
            List<Long> smallest = waits.getLast();
            printWaits("the large account", large);
            printWaits("the others together", small);
            printWaits("the last of them", smallest);
            print(
                    String.format(
                            Locale.ROOT,
                            "  large / others: p50 %.1f, p99 %.1f",
                            ratio(large, small, 50),
                            ratio(large, small, 99)));
            if (conversions < MIN_JUDGED) {
                return;
            }
            if (heap.getLast() > heap.get(1) + MAX_GROWTH_MB) {
                faults.add("memory grew");
            }
            if (ratio(large, small, 99) < 1) {
                faults.add("the small accounts waited longer than the large one");
            }
        }
    }

    private void printWaits(String who, List<Long> waits) {
        print(
                String.format(
                        Locale.ROOT,
                        "  %-20s %,6d conversions, from request to audio: p50 %,9.1f s, p99 %,9.1f s",
                        who,
                        waits.size(),
                        Percentile.of(waits, 50) / 1e3,
                        Percentile.of(waits, 99) / 1e3));
    }

    private static double ratio(List<Long> one, List<Long> other, int percent) {
        return (double) Percentile.of(one, percent) / Percentile.of(other, percent);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    private void print(String line) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
