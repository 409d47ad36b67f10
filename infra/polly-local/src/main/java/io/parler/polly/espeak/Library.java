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

/// Where the shared library of espeak-ng is. Files are looked for and nothing is loaded: that it
/// can be loaded shows when it first speaks.
public final class Library {
    /// Names the library, or a place where none is: then there is none.
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

    private Library() {}

    public static Optional<Path> installed() {
        return of(System.getProperty(PROPERTY, System.getenv(VARIABLE)), folders());
    }

    static Optional<Path> of(@Nullable String named, List<Path> folders) {
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isRegularFile);
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
