package io.parler.polly.espeak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the shared library of espeak-ng. It only looks for the file; whether it can be loaded
/// shows with the first text.
public final class EspeakLibrary {
    /// The path of the library; any path where there is none turns espeak-ng off.
    private static final String PROPERTY = "espeak-ng.library";

    private static final String VARIABLE = "ESPEAK_NG_LIBRARY";

    private static final List<String> NAMES = List.of("libespeak-ng.so.1", "libespeak-ng.1.dylib");
    private static final List<Path> FOLDERS =
            List.of(
                    Path.of("/usr/local/lib"),
                    Path.of("/usr/lib64"),
                    Path.of("/usr/lib"),
                    Path.of("/opt/homebrew/lib"),
                    Path.of("/opt/local/lib"));

    private EspeakLibrary() {}

    public static Optional<Path> installed() {
        return find(System.getProperty(PROPERTY, System.getenv(VARIABLE)), folders());
    }

    public static Optional<Path> find(@Nullable String configured, List<Path> folders) {
        if (configured != null) {
            return Optional.of(Path.of(configured)).filter(Files::isRegularFile);
        }
        return folders.stream()
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>(FOLDERS);
        Path debian = Path.of("/usr/lib");
        if (Files.isDirectory(debian)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(debian, "*-linux-gnu*")) {
                found.forEach(folders::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folders;
    }
}
