package io.parler.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.e2e.project.Machine;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.suite.ApiClient;
import io.parler.e2e.suite.ApiResponse;
import io.parler.e2e.suite.DecodedMp3;
import io.parler.e2e.suite.HoldingProxy;
import io.parler.e2e.suite.Suite;
import io.parler.e2e.suite.SuiteExtension;
import io.parler.e2e.suite.TestSite;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The conversion worker, in a process of its own as on Lambda, is killed at each step of a
/// conversion. All workers are killed first, one after the other, because each lost message is
/// delivered again only after the worker's lease.
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledWorkerIT {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final double EXACT = 0.05;
    private static final int KEPT_CHUNKS = 3;

    /// The step at which the worker is killed, and a word that only its text has.
    enum Step {
        WHILE_IT_FETCHES("alder"),
        AFTER_SOME_CHUNKS("birch"),
        WHILE_IT_JOINS("cedar"),
        WHILE_IT_UPLOADS("maple"),
        BEFORE_IT_TELLS("rowan");

        private final String word;

        Step(String word) {
            this.word = word;
        }
    }

    /// A conversion and the invocations that had it until its worker died.
    private record Killed(String id, Set<String> runs) {}

    private final HoldingProxy lambda = new HoldingProxy();
    private final HoldingProxy s3 = new HoldingProxy();
    private final HoldingProxy sns = new HoldingProxy();
    private final HoldingProxy polly = new HoldingProxy();
    private final TestSite site = new TestSite();
    private final Map<Step, Killed> killed = new EnumMap<>(Step.class);
    private final Path data = SuiteExtension.data("killed-worker");
    private Suite suite = Suite.running(URI.create("http://127.0.0.1"));
    private String undisturbed = "";

    @BeforeAll
    void killEveryWorker() throws Exception {
        Assumptions.assumeTrue(
                System.getProperty("parler.url", "").isBlank() && SuiteExtension.cloud().isEmpty(),
                "the suite that runs is somebody else's");
        suite =
                Suite.start(
                        home(),
                        data,
                        Suite.QUICK_RECOVERY,
                        "--processes",
                        "--fresh",
                        "--allow",
                        "127.0.0.1",
                        "--voice-engine",
                        "tone");
        Map<String, String> endpoints = endpoints();
        lambda.leadsTo(URI.create(endpoints.get("AWS_ENDPOINT_URL_LAMBDA")));
        s3.leadsTo(URI.create(endpoints.get("AWS_ENDPOINT_URL_S3")));
        sns.leadsTo(URI.create(endpoints.get("AWS_ENDPOINT_URL_SNS")));
        polly.leadsTo(URI.create(endpoints.get("AWS_ENDPOINT_URL_POLLY")));

        undisturbed = ApiClient.accepted(request("hazel"));
        suite.api().completed(undisturbed);
        for (Step step : Step.values()) {
            killed.put(step, kill(step));
        }
    }

    @AfterAll
    void stop() {
        Stream.of(lambda, s3, sns, polly).forEach(HoldingProxy::close);
        suite.close();
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void afterRedeliveryThereIsOneAudioAndOnlyCallsInFlightAreBilledTwice(Step step) {
        Killed conversion = Objects.requireNonNull(killed.get(step));
        String id = conversion.id();

        JsonNode end = suite.api().completed(id);

        assertThat(runs(id)).as("runs").hasSizeGreaterThan(1);
        assertThat(audioFiles(id)).hasSize(1);
        byte[] audio = suite.api().get(end.at("/audio/url").asText()).bytes();
        assertThat(audio).hasSize(end.at("/audio/bytes").asInt());
        assertThat(DecodedMp3.decode(audio).seconds())
                .isCloseTo(end.at("/audio/seconds").asDouble(), within(EXACT))
                .isGreaterThan(20);

        int inFlight = inFlight(conversion.runs());
        List<HoldingProxy.Call> bought = bought(runs(id));
        List<HoldingProxy.Call> usual = bought(runs(undisturbed));
        System.out.printf(
                "killed %s: %d calls of the voice were in flight, %d bought where %d are usual%n",
                step, inFlight, bought.size(), usual.size());
        String calls = voiceCalls(runs(id));
        assertThat(bought.size()).as(calls).isBetween(usual.size(), usual.size() + inFlight);
        if (step == Step.AFTER_SOME_CHUNKS) {
            assertThat(inFlight).as(calls).isLessThanOrEqualTo(usual.size() - KEPT_CHUNKS);
        } else {
            assertThat(inFlight).as(calls).isZero();
        }
        assertThat(end.path("characters"))
                .isEqualTo(suite.api().state(undisturbed, 0).path("characters"));
        assertThat(end.path("billedCharacters")).isEqualTo(end.path("characters"));
    }

    /// Kills the worker while its request of this step is held. The request is never forwarded.
    private Killed kill(Step step) throws Exception {
        CompletableFuture<String> known = new CompletableFuture<>();
        Predicate<HoldingProxy.Call> its = call -> runs(known.join()).contains(call.invocation());
        CompletableFuture<HoldingProxy.Call> held =
                switch (step) {
                    case WHILE_IT_FETCHES ->
                            lambda.hold(0, call -> call.body().contains("/about/" + step.word));
                    case AFTER_SOME_CHUNKS ->
                            s3.hold(KEPT_CHUNKS, call -> isStoring(call) && its.test(call));
                    case WHILE_IT_JOINS ->
                            s3.hold(
                                    0,
                                    call ->
                                            call.is("PUT", "/audio/" + known.join())
                                                    && call.is("PUT", ".vtt"));
                    case WHILE_IT_UPLOADS ->
                            s3.hold(
                                    0,
                                    call ->
                                            call.is("PUT", "/audio/" + known.join())
                                                    && call.is("PUT", ".mp3"));
                    case BEFORE_IT_TELLS ->
                            sns.hold(
                                    0,
                                    call ->
                                            call.body().contains("conversion.completed.v1")
                                                    && call.body().contains(known.join()));
                };
        known.complete(ApiClient.accepted(request(step.word)));
        String id = known.join();
        HoldingProxy.Call call = held.get(SOON.toSeconds(), TimeUnit.SECONDS);
        ProcessHandle worker = Machine.connected(call.clientPort(), call.serverPort());
        assertThat(handler(worker)).as(worker.info().toString()).endsWith(".ConversionWorker");
        worker.destroyForcibly();
        worker.onExit().get(SOON.toSeconds(), TimeUnit.SECONDS);
        return new Killed(id, runs(id));
    }

    /// The calls that were billed to the killed runs and whose audio was not stored.
    private int inFlight(Set<String> runs) {
        long kept =
                calls(s3, KilledWorkerIT::isStoring, runs).stream()
                        .map(HoldingProxy.Call::line)
                        .distinct()
                        .count();
        return bought(runs).size() - Math.toIntExact(kept);
    }

    private static List<HoldingProxy.Call> calls(
            HoldingProxy gate, Predicate<HoldingProxy.Call> which, Set<String> invocations) {
        return gate.forwarded().stream()
                .filter(which)
                .filter(call -> invocations.contains(call.invocation()))
                .toList();
    }

    private static boolean isStoring(HoldingProxy.Call call) {
        return call.is("PUT", "/chunks/") && call.is("PUT", ".json");
    }

    private static boolean isBilled(HoldingProxy.Call call) {
        return call.is("POST", "/v1/speech");
    }

    /// The calls that Polly answered and so bills. A call that its worker gave up at the time limit
    /// and retried, as on a busy machine, is not the work of a kill: it doesn't count.
    private List<HoldingProxy.Call> bought(Set<String> runs) {
        List<HoldingProxy.Call> billed =
                calls(polly, KilledWorkerIT::isBilled, runs).stream()
                        .filter(call -> call.response().join().status() == 200)
                        .toList();
        return billed.stream().filter(call -> !wasRetried(call, billed)).toList();
    }

    private static boolean wasRetried(HoldingProxy.Call call, List<HoldingProxy.Call> billed) {
        return call.response().join().time().compareTo(Suite.GIVEN_UP) >= 0
                && billed.stream()
                        .anyMatch(
                                other ->
                                        !other.equals(call)
                                                && other.invocation().equals(call.invocation())
                                                && other.body().equals(call.body()));
    }

    /// One line for each call to the voice, for the message of a failure.
    private String voiceCalls(Set<String> runs) {
        return calls(polly, KilledWorkerIT::isBilled, runs).stream()
                .map(
                        call ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %08x %s",
                                        call.invocation(),
                                        call.body().hashCode(),
                                        call.response().join()))
                .collect(Collectors.joining("\n", "calls to the voice:\n", "\n"));
    }

    /// The invocations of the worker with this conversion: each logs its id first.
    private Set<String> runs(String id) {
        return Stream.concat(
                        sns.forwarded().stream().filter(call -> call.body().contains(id)),
                        s3.forwarded().stream().filter(call -> call.is("GET", "/finished/" + id)))
                .map(HoldingProxy.Call::invocation)
                .collect(Collectors.toSet());
    }

    private ApiResponse request(String word) {
        return suite.api().request(site.url("/about/" + word));
    }

    /// Lists only this conversion's folder: files come and go in others.
    private List<Path> audioFiles(String id) {
        return ProjectFiles.files(
                data.resolve("s3/parler-dev-conversion-audio/audio").resolve(id), ".mp3");
    }

    /// The addresses of the engines, as in the environment of a function without a proxy.
    private static Map<String, String> endpoints() {
        return await().atMost(SOON)
                .until(
                        () ->
                                ProcessHandle.current()
                                        .descendants()
                                        .filter(p -> handler(p).endsWith(".ConversionApi"))
                                        .map(Machine::environment)
                                        .filter(e -> e.containsKey("AWS_ENDPOINT_URL_S3"))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String handler(ProcessHandle process) {
        return process.info()
                .arguments()
                .filter(arguments -> arguments.length > 0)
                .map(arguments -> arguments[arguments.length - 1])
                .orElse("");
    }

    /// A copy of the suite file in which the worker's endpoints are the proxies.
    private Path home() throws IOException {
        Path home = SuiteExtension.data("killed-worker-home");
        Path infra = Files.createDirectories(home.resolve("infra"));
        Path pollyModule = infra.resolve("polly-local");
        if (!Files.exists(pollyModule)) {
            Files.createSymbolicLink(pollyModule, ProjectFiles.path("infra", "polly-local"));
        }
        String gates =
                """
                JOBS_QUEUE_URL: !Ref Jobs
                          AWS_ENDPOINT_URL_LAMBDA: %s
                          AWS_ENDPOINT_URL_S3: %s
                          AWS_ENDPOINT_URL_SNS: %s
                          AWS_ENDPOINT_URL_POLLY: %s
                """
                        .formatted(lambda.address(), s3.address(), sns.address(), polly.address());
        Path service = ProjectFiles.path("services", "conversion");
        String template = ProjectFiles.read(service.resolve("template.yaml"));
        String gated =
                template.replace("JOBS_QUEUE_URL: !Ref Jobs\n", gates)
                        .replace("CodeUri: target/", "CodeUri: " + service + "/target/");
        assertThat(gated).contains(s3.address(), service + "/target/");
        Path file = Files.writeString(infra.resolve("conversion.yaml"), gated);
        String list =
                ProjectFiles.read(ProjectFiles.path("infra", "suite.yaml"))
                        .replace("../services/conversion/template.yaml", file.toString())
                        .replace("../services/", ProjectFiles.root() + "/services/")
                        .replaceAll(
                                "template: (?!/)", "template: " + ProjectFiles.root() + "/infra/");
        Files.writeString(infra.resolve("suite.yaml"), list);
        return home;
    }
}
