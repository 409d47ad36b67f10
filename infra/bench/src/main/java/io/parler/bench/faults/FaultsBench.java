package io.parler.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.bench.process.PollyProcess;
import io.parler.bench.suite.Api;
import io.parler.bench.suite.Queues;
import io.parler.bench.suite.SuiteProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler bench faults`: converts while services fail and processes die. Fails if a promise is
/// broken.
@Command(
        name = "faults",
        description = {
            "Converts texts and posts while one call in five to DynamoDB, SNS, SQS, S3 and the voice"
                    + " fails, each of them is gone for a while, messages arrive up to three times"
                    + " and in any order, functions are killed, and every queue has a message that"
                    + " nobody can read.",
            "The exit status is 1 if a promise is broken: see infra/bench/README.md."
        },
        mixinStandardHelpOptions = true)
public final class FaultsBench implements Callable<Integer> {
    private static final String POISON = "{\"specversion\": \"1.0\", broken";

    /// Of the suite: how soon what a killed worker left is taken over, in seconds.
    private static final Map<String, String> QUICK_RECOVERY =
            Map.of("SYNTHESIS_TIMEOUT", "10", "CLAIM_TTL", "20", "JOB_LEASE", "15");

    /// The worker gives up a call after 10 s, which began before the proxy saw it.
    private static final Duration GIVEN_UP = Duration.ofSeconds(8);

    private static final Duration PAUSE = Duration.ofMillis(200);

    @Option(names = "--conversions", description = "How many. Default: ${DEFAULT-VALUE}")
    private int conversions = 500;

    @Option(
            names = "--characters",
            description = "Of each text's own paragraphs. Default: ${DEFAULT-VALUE}")
    private int characters = 1_200;

    @Option(
            names = "--one-in",
            description = "One call in so many fails. Default: ${DEFAULT-VALUE}")
    private int oneIn = 5;

    @Option(
            names = "--outage",
            paramLabel = "SECONDS",
            description = "How long each service is gone. Default: ${DEFAULT-VALUE}")
    private int outage = 30;

    @Option(
            names = "--kill-every",
            paramLabel = "SECONDS",
            description =
                    "Kills a process of a function so often; 0 for never, with all functions in one"
                            + " process. Default: ${DEFAULT-VALUE}")
    private int killEvery = 5;

    @Option(
            names = "--services",
            split = ",",
            description = "Those that fail, of ${COMPLETION-CANDIDATES}. Default: all")
    private Set<Service> services = Set.of(Service.values());

    @Option(
            names = "--patience",
            paramLabel = "MINUTES",
            description = "What has not ended then is lost. Default: ${DEFAULT-VALUE}")
    private int patience = 60;

    @Option(names = "--seed", description = "The seed of all random choices.")
    private long seed = System.nanoTime();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for the suite's data, which is deleted first.")
    private @Nullable Path data;

    @Option(names = "--home", hidden = true, description = "The project's folder.")
    private Path home = Path.of(System.getProperty("parler.home", ""));

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        home = home.toAbsolutePath().normalize();
        VoiceCalls voiceCalls = new VoiceCalls(GIVEN_UP);
        Map<Service, FaultyProxy> proxies = new EnumMap<>(Service.class);
        Map<String, URI> addresses = new HashMap<>();
        for (Service service : Service.values()) {
            FaultPlan plan = new FaultPlan(seed + proxies.size(), oneIn, service.losesAnswers());
            FaultyProxy proxy = new FaultyProxy(service, plan, voiceCalls);
            proxies.put(service, proxy);
            addresses.put(service.name(), proxy.address());
        }
        try (PollyProcess voice =
                        PollyProcess.startUnlimited(
                                home.resolve("infra/polly-local/target/polly-local.jar"));
                SuiteProcess suite =
                        SuiteProcess.start(
                                new SuiteProcess.Options(
                                        home,
                                        home.resolve("infra/suite.yaml"),
                                        folder(),
                                        killEvery > 0,
                                        voice.address(),
                                        addresses,
                                        QUICK_RECOVERY))) {
            proxies.forEach((service, proxy) -> proxy.leadsTo(suite.endpoint(service.name())));
            return run(suite, List.copyOf(proxies.values()), voiceCalls);
        } finally {
            proxies.values().forEach(FaultyProxy::close);
        }
    }

    private Path folder() throws IOException {
        return data == null ? Files.createTempDirectory("parler-faults") : data.toAbsolutePath();
    }

    private int run(SuiteProcess suite, List<FaultyProxy> proxies, VoiceCalls voiceCalls)
            throws IOException, InterruptedException {
        print(
                String.format(
                        Locale.ROOT,
                        "seed %d, %d conversions, data in %s",
                        seed,
                        conversions,
                        suite.data()));
        Instant deadline = Instant.now().plus(Duration.ofMinutes(patience));
        List<FaultyProxy> faulty =
                proxies.stream().filter(proxy -> services.contains(proxy.service())).toList();
        try (Api api = suite.api();
                Queues queues = suite.queues()) {
            Conversions work = new Conversions(api, characters);
            int poison = poison(queues);
            faulty.forEach(proxy -> proxy.plan().begin());
            int killed;
            int killedWorkers;
            try (Disturbance disturbance =
                    Disturbance.start(
                            suite,
                            faulty,
                            voiceCalls,
                            Duration.ofSeconds(outage),
                            Duration.ofSeconds(killEvery),
                            seed)) {
                work.request(conversions, deadline);
                disturbance.awaitOutages();
                killed = disturbance.killed();
                killedWorkers = disturbance.killedWorkers();
            }
            work.awaitEnds(deadline);
            proxies.forEach(proxy -> proxy.plan().end());
            awaitEmpty(queues, proxies, deadline);

            Map<String, JsonNode> states = work.states();
            VoiceCalls.Bill bill = voiceCalls.bill();
            Promises promises = new Promises(api, suite.data());
            promises.ends(states);
            promises.library(work.accepted());
            promises.bills(states, bill);
            promises.queues(queues.all(), poison);

            proxies.forEach(proxy -> print(proxy.figures()));
            print(
                    String.format(
                            Locale.ROOT,
                            "%d accepted, %d requests repeated (%d without a typed problem); %d processes"
                                    + " killed, of them %d workers",
                            states.size(),
                            work.refusals(),
                            work.untypedRefusals(),
                            killed,
                            killedWorkers));
            ends(states)
                    .forEach(
                            (end, count) ->
                                    print(String.format(Locale.ROOT, "  %5d %s", count, end)));
            print(
                    String.format(
                            Locale.ROOT,
                            "voice: %d calls billed, %,d characters; billed twice: %d in flight at a kill,"
                                    + " %d after a timeout, %d for no reason",
                            bill.calls(),
                            bill.characters(),
                            bill.repeatedAfterKill(),
                            bill.repeatedAfterTimeout(),
                            bill.unexplained()));
            promises.broken().forEach(broken -> print("BROKEN: " + broken));
            if (promises.broken().isEmpty()) {
                print("every promise was kept");
            }
            return promises.broken().isEmpty() ? 0 : 1;
        }
    }

    /// Sends one to each queue that has a dead-letter queue, and returns how many.
    private static int poison(Queues queues) throws IOException, InterruptedException {
        List<Queues.Queue> poisoned = new ArrayList<>();
        for (Queues.Queue queue : queues.all().values()) {
            if (!queue.deadLetters().isEmpty()) {
                queues.send(queue, POISON);
                poisoned.add(queue);
            }
        }
        return poisoned.size();
    }

    private static void awaitEmpty(Queues queues, List<FaultyProxy> proxies, Instant deadline)
            throws IOException, InterruptedException {
        while (Instant.now().isBefore(deadline)
                && (proxies.stream().anyMatch(FaultyProxy::hasCopiesUnderWay)
                        || queues.all().values().stream()
                                .anyMatch(q -> !q.deadLetters().isEmpty() && q.messages() > 0))) {
            Thread.sleep(PAUSE);
        }
    }

    private static Map<String, Integer> ends(Map<String, JsonNode> states) {
        Map<String, Integer> ends = new HashMap<>();
        states.values()
                .forEach(
                        state ->
                                ends.merge(
                                        (state.path("status").asText()
                                                        + " "
                                                        + state.at("/error/type").asText())
                                                .strip(),
                                        1,
                                        Integer::sum));
        return ends;
    }

    private void print(String line) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
