package io.parler.polly.mary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/// MaryTTS keeps what it has loaded in static fields, so each test has a class loader of its own.
class MaryLoadingIT {
    private static final int SYNTHESIZERS = 4;

    @RepeatedTest(3)
    void synthesizersThatLoadAtTheSameTimeAllLoad() throws Exception {
        try (URLClassLoader fresh =
                new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Class<?> loadedAtOnce = fresh.loadClass(LoadedAtOnce.class.getName());
            assertThat(loadedAtOnce.getMethod("errors", int.class).invoke(null, SYNTHESIZERS))
                    .isEqualTo(List.of());
        }
    }

    private static URL[] classPath() throws MalformedURLException {
        List<URL> entries = new ArrayList<>();
        StringTokenizer paths =
                new StringTokenizer(System.getProperty("java.class.path"), File.pathSeparator);
        while (paths.hasMoreTokens()) {
            entries.add(Path.of(paths.nextToken()).toUri().toURL());
        }
        return entries.toArray(URL[]::new);
    }

    /// Runs inside the class loader.
    public static final class LoadedAtOnce {
        private LoadedAtOnce() {}

        /// Why synthesizers did not load that were created at the same time.
        public static List<String> errors(int synthesizers) {
            List<MarySynthesizer> created =
                    IntStream.range(0, synthesizers).mapToObj(_ -> new MarySynthesizer()).toList();
            return created.stream()
                    .map(MarySynthesizer::loading)
                    .map(loading -> loading.handle((_, e) -> e == null ? "" : e.toString()))
                    .map(CompletableFuture::join)
                    .filter(error -> !error.isEmpty())
                    .toList();
        }
    }
}
