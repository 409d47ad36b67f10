package io.parler.polly;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.parler.polly.espeak.EspeakLibrary;
import io.parler.polly.http.FaultInjection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The espeak-ng that is installed. A test that needs it is skipped without it, and fails if CI is
/// true.
final class InstalledEspeak {
    private InstalledEspeak() {}

    static Path library() {
        return EspeakLibrary.installed().orElseGet(InstalledEspeak::missing);
    }

    /// An endpoint with espeak-ng's voices, and without quotas.
    static PollyTestClient polly(String engine) throws IOException {
        return polly(engine, library());
    }

    static PollyTestClient polly(String engine, Path library) throws IOException {
        return new PollyTestClient(
                PollyLocal.start(0, engine, FaultInjection.NONE, Map.of(), Optional.of(library)));
    }

    /// The processes of it that another one has started.
    static Stream<ProcessHandle> processesOf(ProcessHandle parent) {
        return parent.children()
                .filter(
                        child ->
                                child.info()
                                        .commandLine()
                                        .filter(line -> line.contains("EspeakMain"))
                                        .isPresent());
    }

    private static Path missing() {
        if ("true".equals(System.getenv("CI"))) {
            return fail("libespeak-ng is needed here");
        }
        return abort("libespeak-ng is not installed");
    }
}
