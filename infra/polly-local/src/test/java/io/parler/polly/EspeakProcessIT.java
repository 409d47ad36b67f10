package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.polly.model.ServiceFailureException;

/// The life of the process that speaks.
class EspeakProcessIT {
    private static final Map<String, String> TEXTS =
            Map.of(
                    "Vicki", "Am Anfang war alles wüst und leer. Dann kam der zweite Satz.",
                    "Remi", "Il était une fois une petite fille.",
                    "Greek", "Καλημέρα κόσμε, τι κάνεις σήμερα;",
                    "Laura", "Kort.");

    private PollyTestClient polly;

    @BeforeEach
    void start() throws IOException {
        polly = InstalledEspeak.polly("mary");
    }

    @AfterEach
    void stop() {
        if (polly != null) {
            polly.close();
        }
    }

    @Test
    void theProcessStartsWithTheFirstTextAndEndsWithTheEndpoint() throws Exception {
        polly.client().describeVoices();
        polly.speech("English needs none.");
        assertThat(processes()).isEmpty();

        said("Vicki");
        ProcessHandle process = theProcess();
        said("Remi");
        assertThat(theProcess()).isEqualTo(process);

        polly.close();
        assertThat(process.onExit().get().isAlive()).isFalse();
    }

    @Test
    void onceItIsKilledTheNextTextStartsAnother() throws Exception {
        double before = said("Vicki");
        ProcessHandle process = theProcess();
        process.destroyForcibly();
        process.onExit().get();
        assertThat(said("Vicki")).isEqualTo(before);
        assertThat(theProcess()).isNotEqualTo(process);
    }

    @Test
    void aTextThatEndsTheProcessTwiceIsAServiceFailureAndTheNextIsSpoken() throws Exception {
        try (ExecutorService callers = Executors.newSingleThreadExecutor()) {
            Future<?> asked = callers.submit(() -> said("Vicki"));
            while (!asked.isDone()) {
                processes().forEach(ProcessHandle::destroyForcibly);
            }
            assertThat(asked.exceptionNow()).isInstanceOf(ServiceFailureException.class);
        }
        assertThat(said("Vicki")).isPositive();
    }

    @Test
    void concurrentTextsAreSpokenCorrectly() throws Exception {
        Map<String, Double> alone =
                TEXTS.keySet().stream()
                        .collect(Collectors.toMap(voice -> voice, voice -> said(voice)));
        List<String> voices = TEXTS.keySet().stream().flatMap(v -> List.of(v, v).stream()).toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(voices.size())) {
            List<Future<Double>> answers =
                    callers.invokeAll(
                            voices.stream().<Callable<Double>>map(v -> () -> said(v)).toList());
            for (int i = 0; i < voices.size(); i++) {
                String voice = voices.get(i);
                assertThat(answers.get(i).get()).as(voice).isEqualTo(alone.get(voice));
            }
        }
        assertThat(processes()).hasSize(1);
    }

    @Test
    void aLibraryThatCannotBeLoadedIsAServiceFailureButEnglishStillWorks(@TempDir Path folder)
            throws Exception {
        Path library = Files.writeString(folder.resolve("libespeak-ng.so.1"), "no library");
        try (PollyTestClient broken = InstalledEspeak.polly("mary", library)) {
            assertThatExceptionOfType(ServiceFailureException.class)
                    .isThrownBy(() -> broken.speech("Kurz.", r -> r.voiceId("Vicki")));
            assertThat(broken.speech("English.")).isNotEmpty();
        }
    }

    /// Seconds of the voice's text.
    private double said(String voice) {
        byte[] pcm =
                polly.speech(
                        TEXTS.getOrDefault(voice, ""), r -> r.voiceId(voice).outputFormat("pcm"));
        return pcm.length / 32_000.0;
    }

    private static ProcessHandle theProcess() {
        assertThat(processes()).hasSize(1);
        return processes().getFirst();
    }

    private static List<ProcessHandle> processes() {
        return InstalledEspeak.processesOf(ProcessHandle.current()).toList();
    }
}
