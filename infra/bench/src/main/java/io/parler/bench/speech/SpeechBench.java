package io.parler.bench.speech;

import io.parler.bench.process.PollyProcess;
import io.parler.conversion.article.Article;
import io.parler.conversion.article.PlainText;
import io.parler.conversion.audio.Transcript;
import io.parler.conversion.level.AudioAnalysis;
import io.parler.conversion.mp3.Mp3;
import io.parler.conversion.provider.polly.PollySynthesizer;
import io.parler.conversion.provider.polly.PollyVoices;
import io.parler.conversion.script.Script;
import io.parler.conversion.script.ScriptOptions;
import io.parler.conversion.script.ScriptWriter;
import io.parler.conversion.voice.VoiceProfile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.polly.PollyClient;

/// `parler bench speech`: posts in several languages, spoken by the local voices: the times of
/// sentences, the loudness and the pauses.
@Command(
        name = "speech",
        description = {
            "Has posts in six languages spoken by the local voices, and measures the audio.",
            "Prints how far the times of sentences are from the voice's own marks, the loudness, the"
                    + " true peak, and how far apart the passages are.",
            "The exit status is 1 if a target is missed: median 50 ms, 95 % within 250 ms; -19 LUFS"
                    + " ± 1, peak -1 dBTP."
        },
        mixinStandardHelpOptions = true)
public final class SpeechBench implements Callable<Integer> {
    private static final double MAX_MEDIAN_MS = 50;
    private static final double MAX_P95_MS = 250;
    private static final double TARGET_LUFS = -19;
    private static final double MAX_PEAK = -1;

    /// A decoder rounds.
    private static final double PEAK_TOLERANCE = 0.1;

    @Option(
            names = "--languages",
            split = ",",
            description = "Of en, de, fr, es, it, nl. Default: all")
    private List<String> languages = List.of("en", "de", "fr", "es", "it", "nl");

    @Option(names = "--polly-jar", description = "The jar of polly-local.")
    private Path jar =
            Path.of(
                    System.getProperty("parler.home", "."),
                    "infra/polly-local/target/polly-local.jar");

    @Option(names = "--out", paramLabel = "FOLDER", description = "Keeps the MP3 files here.")
    private @Nullable Path out;

    @Spec private @Nullable CommandSpec spec;

    private final List<Double> snapped = new ArrayList<>();
    private final List<Double> byShare = new ArrayList<>();
    private boolean missed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        try (PollyProcess process = PollyProcess.startSpeaking(jar);
                PollyClient polly =
                        PollyClient.builder()
                                .endpointOverride(process.address())
                                .region(Region.EU_WEST_1)
                                .credentialsProvider(AnonymousCredentialsProvider.create())
                                .build()) {
            List<VoiceProfile> voices = new PollyVoices(polly).list();
            print.println("post  voice                     seconds    LUFS  peak");
            for (String language : languages) {
                VoiceProfile voice =
                        voices.stream()
                                .filter(one -> one.speaks(language))
                                .findFirst()
                                .orElseThrow(
                                        () -> new IOException("no local voice for " + language));
                measure(post(language, voice, new PollySynthesizer(polly)), print);
            }
        }
        print("sentence times, by pauses", snapped, print);
        print("sentence times, by share ", byShare, print);
        missed |= percentile(snapped, 50) > MAX_MEDIAN_MS || percentile(snapped, 95) > MAX_P95_MS;
        print.flush();
        return missed ? 1 : 0;
    }

    private static SpokenPost post(String language, VoiceProfile voice, PollySynthesizer polly)
            throws InterruptedException {
        String text = text(language);
        int title = text.indexOf('\n');
        Article article =
                PlainText.article(
                        text.substring(0, title), text.substring(title), Optional.of(language));
        Script script = ScriptWriter.write(article, language, ScriptOptions.DEFAULT);
        return SpokenPost.of(article, script, voice, polly);
    }

    private static String text(String language) {
        try (InputStream file = SpeechBench.class.getResourceAsStream(language + ".txt")) {
            return new String(
                    Objects.requireNonNull(file, language).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void measure(SpokenPost post, PrintWriter print) throws IOException {
        Published published = post.withoutWordTimes();
        List<Transcript.Cue> exact = post.withWordTimes().transcript().cues();
        snapped.addAll(deviations(exact, published.transcript().cues()));
        byShare.addAll(deviations(exact, post.withoutPauses().transcript().cues()));
        Mp3 file = Mp3.of(published.mp3());
        AudioAnalysis audio = AudioAnalysis.of(file).orElseThrow();
        print.printf(
                Locale.ROOT,
                "%-5s %-25s %7.1f  %6.1f %5.1f%n",
                post.script().language(),
                post.voice().id(),
                file.run().seconds(),
                audio.loudness(),
                audio.peak());
        missed |=
                Math.abs(audio.loudness() - TARGET_LUFS) > 1
                        || audio.peak() > MAX_PEAK + PEAK_TOLERANCE;
        if (out != null) {
            Files.createDirectories(out);
            Files.write(out.resolve(post.script().language() + ".mp3"), published.mp3());
        }
    }

    /// How far each start of a sentence is from the exact one, in milliseconds. The first sentence
    /// of a passage is not counted: its time is exact in any case.
    private static List<Double> deviations(
            List<Transcript.Cue> exact, List<Transcript.Cue> predicted) {
        List<Double> deviations = new ArrayList<>();
        for (int i = 1; i < exact.size(); i++) {
            if (exact.get(i).start() == exact.get(i - 1).end()) {
                deviations.add(1_000 * Math.abs(exact.get(i).start() - predicted.get(i).start()));
            }
        }
        return deviations;
    }

    private static void print(String name, List<Double> deviations, PrintWriter print) {
        print.printf(
                Locale.ROOT,
                "%s: %d, median %.0f ms, 95 %% %.0f ms, most %.0f ms%n",
                name,
                deviations.size(),
                percentile(deviations, 50),
                percentile(deviations, 95),
                percentile(deviations, 100));
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? 0
                : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
