package io.parler.e2e.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of the project in the working tree.
public final class ProjectFiles {
    public static final List<String> SERVICES =
            List.of("load-post", "post-conversion", "conversion", "status", "frontend-api");

    private ProjectFiles() {}

    public static Path root() {
        String given = System.getProperty("parler.root", "");
        if (!given.isBlank()) {
            return Path.of(given);
        }
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            Path parent = here.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "not inside the project: " + Path.of("").toAbsolutePath());
            }
            here = parent;
        }
        return here;
    }

    public static Path path(String first, String... more) {
        return root().resolve(Path.of(first, more));
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All files below a folder with this ending, sorted; empty if there is no such folder.
    public static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.getFileName().toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
