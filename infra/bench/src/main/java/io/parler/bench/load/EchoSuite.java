package io.parler.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a suite of one function, [EchoFunction], behind an edge.
final class EchoSuite {
    private static final List<String> FILES = List.of("suite.yaml", "edge.yaml", "echo.yaml");

    private EchoSuite() {}

    /// Returns the suite file.
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            try (InputStream in =
                    Objects.requireNonNull(EchoSuite.class.getResourceAsStream("echo/" + file))) {
                Files.write(folder.resolve(file), in.readAllBytes());
            }
        }
        String name = EchoFunction.class.getName().replace('.', '/') + ".class";
        try (InputStream in =
                        Objects.requireNonNull(EchoSuite.class.getResourceAsStream("/" + name));
                OutputStream out = Files.newOutputStream(folder.resolve("echo.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            in.transferTo(zip);
        }
        return folder.resolve(FILES.getFirst());
    }
}
