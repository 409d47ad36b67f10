package io.parler.bench.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.bench.process.Folders;
import io.parler.bench.process.PollyProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `parler bench convert`: converts texts, and compares with the minimum time that the rate limit
/// allows.
@Command(
        name = "convert",
        description = {
            "Converts generated texts, and compares the time with the minimum that the rate limit"
                    + " allows.",
            "The worker with its AWS adapters runs in a process of 128 MB, against polly-local's"
                    + " tone engine. Also measures the memory for texts of several lengths."
        },
        mixinStandardHelpOptions = true)
public final class ConvertBench implements Callable<Integer> {
    /// The rate limit for a neural voice, of the worker and of Polly.
    private static final int CALLS_PER_SECOND = 8;

    private static final int CALLS_IN_FLIGHT = 18;

    /// The seed of the timed text.
    private static final long TIMED_SEED = 1;

    /// The length of the text for the worker's warm-up.
    private static final int WARM_UP_CHARACTERS = 5_000;

    /// The time after which the voice accepts a full burst again.
    private static final Duration BURST_REFILL = Duration.ofMillis(1_500);

    private static final double MB = 1 << 20;

    @Option(
            names = "--characters",
            description = "Length of the timed text (default: ${DEFAULT-VALUE}); 0 to skip.",
            defaultValue = "20000")
    private int characters;

    @Option(
            names = "--latency",
            description = "Latency of the voice in milliseconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "600")
    private int latency;

    @Option(
            names = "--store-latency",
            description =
                    "Latency of the other services in milliseconds (default: ${DEFAULT-VALUE}).",
            defaultValue = "15")
    private int storeLatency;

    @Option(
            names = "--memory",
            paramLabel = "CHARACTERS",
            split = ",",
            description =
                    "Lengths of the texts for the memory test (default: ${DEFAULT-VALUE}); 0 to skip.",
            defaultValue = "5000,50000,500000")
    private List<Integer> memory = List.of();

    @Option(
            names = "--polly",
            hidden = true,
            paramLabel = "JAR",
            description = "The jar of polly-local.")
    private @Nullable Path polly;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("parler-bench");
        try {
            if (characters > 0) {
                measureSpeed(folder);
            }
            if (memory.stream().anyMatch(length -> length > 0)) {
                measureMemory(folder);
            }
        } finally {
            Folders.delete(folder);
        }
        return 0;
    }

    private void measureSpeed(Path folder) throws IOException, InterruptedException {
        Duration call = Duration.ofMillis(latency);
        try (FakeAws aws = FakeAws.start(folder, Duration.ofMillis(storeLatency));
                PollyProcess voice =
                        PollyProcess.startLimited(
                                pollyJar(), CALLS_PER_SECOND, CALLS_IN_FLIGHT, call);
                WorkerClient worker = WorkerClient.start(folder, aws.address(), voice.address())) {
            List<String> paragraphs = SampleText.paragraphs(characters, TIMED_SEED);
            SequentialClient sequential = new SequentialClient(voice.address(), CALLS_PER_SECOND);
            // Fills the cache of encoded tones: in production the encoder is not on this machine.
            voice.setLatency(Duration.ZERO);
            sequential.synthesize(paragraphs);
            voice.setLatency(call);
            Thread.sleep(BURST_REFILL);
            Duration sequentialTime = sequential.synthesize(paragraphs);
            Thread.sleep(BURST_REFILL);
            worker.convert(id(), storeText(aws, WARM_UP_CHARACTERS, TIMED_SEED + 1));
            Thread.sleep(BURST_REFILL);
            String text = storeText(aws, characters, TIMED_SEED);
            String id = id();
            Duration workerCpu = worker.cpuTime();
            Duration voiceCpu = voice.cpuTime();
            WorkerClient.Result run = worker.convert(id, text);
            workerCpu = worker.cpuTime().minus(workerCpu);
            voiceCpu = voice.cpuTime().minus(voiceCpu);
            WorkerClient.Result cached = worker.convert(id(), text);
            List<String> passages = passages(aws, id);
            LowerBound minimum =
                    new LowerBound(passages.size(), CALLS_PER_SECOND, CALLS_IN_FLIGHT, call);
            print(
                    String.format(
                            Locale.ROOT,
                            "%,d characters, %d calls; %d calls a second, %d in flight, %d ms a call; %d ms"
                                    + " a call to the other services",
                            passages.stream().mapToInt(String::length).sum(),
                            passages.size(),
                            CALLS_PER_SECOND,
                            CALLS_IN_FLIGHT,
                            latency,
                            storeLatency));
            print(
                    String.format(
                            Locale.ROOT,
                            "  minimum        %7.2f s   %s",
                            seconds(minimum.time()),
                            LowerBound.FORMULA));
            print(
                    String.format(
                            Locale.ROOT,
                            "  Parler         %7.2f s   %.2f times the minimum; CPU time: worker %.1f s,"
                                    + " voice %.1f s",
                            seconds(run.time()),
                            seconds(run.time()) / seconds(minimum.time()),
                            seconds(workerCpu),
                            seconds(voiceCpu)));
            print(
                    String.format(
                            Locale.ROOT,
                            "  all cached     %7.2f s   the same text again, without calls to the voice",
                            seconds(cached.time())));
            print(
                    String.format(
                            Locale.ROOT,
                            "  sequential     %7.2f s   the calls only, one after the other; %.1f times as long",
                            seconds(sequentialTime),
                            seconds(sequentialTime) / seconds(run.time())));
        }
    }

    private void measureMemory(Path folder) throws IOException {
        print("heap of at most 128 MB, no latency; live after full collections, and peak:");
        try (FakeAws aws = FakeAws.start(folder, Duration.ZERO);
                PollyProcess voice = PollyProcess.startUnlimited(pollyJar())) {
            for (int length : memory) {
                try (WorkerClient worker =
                        WorkerClient.start(folder, aws.address(), voice.address())) {
                    String id = id();
                    WorkerClient.Result run =
                            worker.convertAndMonitorHeap(id, storeText(aws, length, length));
                    print(
                            String.format(
                                    Locale.ROOT,
                                    "  %,9d characters, %5.1f h of audio: %6.1f MB live, %6.1f MB peak,"
                                            + " %.0f s",
                                    length,
                                    record(aws, id).at("/audio/seconds").asDouble() / 3600,
                                    run.liveBytes() / MB,
                                    run.peakBytes() / MB,
                                    seconds(run.time())));
                }
            }
        }
    }

    /// Stores a text as post-conversion does, and returns its key.
    private static String storeText(FakeAws aws, int length, long seed) throws IOException {
        String key = "texts/" + UUID.randomUUID();
        aws.buckets()
                .put(
                        "texts/" + key,
                        String.join("\n\n", SampleText.paragraphs(length, seed))
                                .getBytes(StandardCharsets.UTF_8));
        return key;
    }

    /// The text of each call: here each passage is one call.
    private static List<String> passages(FakeAws aws, String id) throws IOException {
        return json(aws, "audio/audio/" + id + "/script.json")
                .path("passages")
                .valueStream()
                .map(passage -> passage.path("text").asText())
                .toList();
    }

    private static JsonNode record(FakeAws aws, String id) throws IOException {
        return json(aws, "audio/finished/" + id + ".json");
    }

    private static JsonNode json(FakeAws aws, String key) throws IOException {
        return new ObjectMapper().readTree(aws.buckets().file(key).toFile());
    }

    private Path pollyJar() {
        return polly != null
                ? polly
                : Path.of(
                        System.getProperty("parler.home", "."),
                        "infra/polly-local/target/polly-local.jar");
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    private void print(String line) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
