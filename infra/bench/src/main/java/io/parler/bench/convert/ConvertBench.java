package io.parler.bench.convert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
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

/// `parler bench convert`: texts to audio, beside the time the voice's quota allows.
@Command(
        name = "convert",
        description = {
            "Converts texts of its own, and times it beside what the voice's quota allows.",
            "The worker and its AWS adapters run in a process of 128 MB; the voice is"
                    + " polly-local's tone. Says also what is kept in memory as texts grow."
        },
        mixinStandardHelpOptions = true)
public final class ConvertBench implements Callable<Integer> {
    /// The worker's own limits for a neural voice, and PollyProcess's.
    private static final int CALLS_PER_SECOND = 8;

    private static final int CALLS_IN_FLIGHT = 18;

    /// Which text is timed.
    private static final long TIMED = 1;

    /// Characters spoken before, for a function answers more than once.
    private static final int WARM_UP = 5_000;

    /// Until the voice's burst is whole again.
    private static final Duration BREATH = Duration.ofMillis(1_500);

    private static final double MB = 1 << 20;

    @Option(
            names = "--characters",
            description = "Of the text that is timed (default: ${DEFAULT-VALUE}); 0: none.",
            defaultValue = "20000")
    private int characters;

    @Option(
            names = "--latency",
            description = "Milliseconds of a call to the voice (default: ${DEFAULT-VALUE}).",
            defaultValue = "600")
    private int latency;

    @Option(
            names = "--store-latency",
            description = "Milliseconds of a call to the store (default: ${DEFAULT-VALUE}).",
            defaultValue = "15")
    private int storeLatency;

    @Option(
            names = "--memory",
            paramLabel = "CHARACTERS",
            split = ",",
            description = "Texts whose memory is measured (default: ${DEFAULT-VALUE}); 0: none.",
            defaultValue = "5000,50000,500000")
    private List<Integer> memory = List.of();

    @Option(names = "--polly", hidden = true, paramLabel = "JAR", description = "polly-local.")
    private @Nullable Path polly;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("parler-bench");
        try {
            if (characters > 0) {
                speed(folder);
            }
            if (memory.stream().anyMatch(length -> length > 0)) {
                memory(folder);
            }
        } finally {
            delete(folder);
        }
        return 0;
    }

    private void speed(Path folder) throws IOException, InterruptedException {
        Duration call = Duration.ofMillis(latency);
        try (var cloud = FakeAws.start(folder, Duration.ofMillis(storeLatency));
                var voice =
                        PollyProcess.limited(pollyJar(), CALLS_PER_SECOND, CALLS_IN_FLIGHT, call);
                var worker = WorkerClient.start(folder, cloud.address(), voice.address())) {
            List<String> paragraphs = SampleText.paragraphs(characters, TIMED);
            // The tone is encoded on this machine, which in production is not ours: once, before.
            voice.answerAfter(Duration.ZERO);
            new SequentialVoice(voice.address()).speak(paragraphs);
            voice.answerAfter(call);
            Thread.sleep(BREATH);
            Duration alone = new SequentialVoice(voice.address()).speak(paragraphs);
            Thread.sleep(BREATH);
            worker.convert(id(), text(cloud, WARM_UP, TIMED + 1));
            Thread.sleep(BREATH);
            String text = text(cloud, characters, TIMED);
            String id = id();
            Duration workerBusy = worker.busy();
            Duration voiceBusy = voice.busy();
            WorkerClient.Run run = worker.convert(id, text);
            workerBusy = worker.busy().minus(workerBusy);
            voiceBusy = voice.busy().minus(voiceBusy);
            WorkerClient.Run again = worker.convert(id(), text);
            List<String> said = said(cloud, id);
            LowerBound bound = new LowerBound(said.size(), CALLS_PER_SECOND, CALLS_IN_FLIGHT, call);
            say(
                    String.format(
                            Locale.ROOT,
                            "%,d characters, %d calls; %d calls a second, %d in flight, %d ms a call; %d ms"
                                    + " a call to the store",
                            said.stream().mapToInt(String::length).sum(),
                            said.size(),
                            CALLS_PER_SECOND,
                            CALLS_IN_FLIGHT,
                            latency,
                            storeLatency));
            say(
                    String.format(
                            Locale.ROOT,
                            "  bound          %7.2f s   %s",
                            seconds(bound.time()),
                            LowerBound.FORMULA));
            say(
                    String.format(
                            Locale.ROOT,
                            "  Parler         %7.2f s   %.2f of the bound; processor: worker %.1f s,"
                                    + " voice %.1f s",
                            seconds(run.time()),
                            seconds(run.time()) / seconds(bound.time()),
                            seconds(workerBusy),
                            seconds(voiceBusy)));
            say(
                    String.format(
                            Locale.ROOT,
                            "  all but voice  %7.2f s   the same text again, nothing left to be spoken",
                            seconds(again.time())));
            say(
                    String.format(
                            Locale.ROOT,
                            "  one at a time  %7.2f s   calls only; %.1f times as long",
                            seconds(alone),
                            seconds(alone) / seconds(run.time())));
        }
    }

    private void memory(Path folder) throws IOException {
        say("heap of at most 128 MB, no latency; in use after full collections, and at most:");
        try (var cloud = FakeAws.start(folder, Duration.ZERO);
                var voice = PollyProcess.free(pollyJar())) {
            for (int length : memory) {
                try (var worker = WorkerClient.start(folder, cloud.address(), voice.address())) {
                    String id = id();
                    WorkerClient.Run run = worker.watch(id, text(cloud, length, length));
                    say(
                            String.format(
                                    Locale.ROOT,
                                    "  %,9d characters, %5.1f h of audio: %6.1f MB in use, %6.1f MB at most,"
                                            + " %.0f s",
                                    length,
                                    book(cloud, id).at("/audio/seconds").asDouble() / 3600,
                                    run.live() / MB,
                                    run.peak() / MB,
                                    seconds(run.time())));
                }
            }
        }
    }

    /// Stores a text as post-conversion does, and gives its key.
    private static String text(FakeAws cloud, int length, long seed) throws IOException {
        String key = "texts/" + UUID.randomUUID();
        cloud.buckets()
                .put(
                        "texts/" + key,
                        String.join("\n\n", SampleText.paragraphs(length, seed))
                                .getBytes(StandardCharsets.UTF_8));
        return key;
    }

    /// What was said in each call: here no passage is longer than a call may be.
    private static List<String> said(FakeAws cloud, String id) throws IOException {
        return json(cloud, "audio/audio/" + id + "/script.json")
                .path("passages")
                .valueStream()
                .map(passage -> passage.path("text").asText())
                .toList();
    }

    private static JsonNode book(FakeAws cloud, String id) throws IOException {
        return json(cloud, "audio/finished/" + id + ".json");
    }

    private static JsonNode json(FakeAws cloud, String key) throws IOException {
        return new ObjectMapper().readTree(cloud.buckets().file(key).toFile());
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

    private void say(String line) {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
