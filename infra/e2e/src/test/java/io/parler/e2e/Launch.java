package io.parler.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The command that runs `parler`, from what the build left in infra/local/target.
final class Launch {
    private Launch() {}

    static List<String> java() {
        Path classes = Project.path("infra", "local", "target", "classes");
        Path libraries = Project.path("infra", "local", "target", "lib");
        if (!Files.isDirectory(classes) || !Files.isDirectory(libraries)) {
            throw new AssertionError("infra/local is not built; run ./mvnw verify");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dparler.home=" + Project.root(),
                "-cp",
                classes + java.io.File.pathSeparator + libraries + "/*",
                "io.parler.local.cli.Parler");
    }
}
