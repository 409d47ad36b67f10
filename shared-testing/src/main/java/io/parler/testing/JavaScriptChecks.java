package io.parler.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Runs the npm scripts that check JavaScript. Their packages are installed once, then no network
/// is needed.
public final class JavaScriptChecks {
    private JavaScriptChecks() {}

    /// Fails when the npm script fails. Without Node.js the test is skipped, or fails where CI is
    /// true.
    public static void run(String script) throws IOException, InterruptedException {
        output(script);
    }

    /// What the npm script prints, run with these arguments.
    public static String output(String script, String... arguments)
            throws IOException, InterruptedException {
        for (String tool : List.of("node", "npm")) {
            if (!isInstalled(tool)) {
                if ("true".equals(System.getenv("CI"))) {
                    Assertions.fail(tool + " is not installed");
                }
                Assumptions.abort(tool + " is not installed");
            }
        }
        Path root = projectRoot();
        install(root);
        return npm(
                root,
                Stream.concat(Stream.of("run", "--silent", script, "--"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private static void install(Path root) throws IOException, InterruptedException {
        Path lockfile = root.resolve("package-lock.json");
        Path installed = root.resolve("node_modules/.package-lock.json");
        // Modules may be tested at the same time.
        try (FileChannel channel = FileChannel.open(lockfile, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            Objects.requireNonNull(lock);
            if (Files.notExists(installed)
                    || Files.getLastModifiedTime(installed)
                                    .compareTo(Files.getLastModifiedTime(lockfile))
                            < 0) {
                npm(root, "ci", "--prefer-offline");
            }
        }
    }

    private static String npm(Path root, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("npm"), Stream.of(arguments)).toList();
        Process process =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", String.join(" ", command), output).isZero();
        return output;
    }

    private static boolean isInstalled(String tool) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /// The folder above this module that has the packages' list.
    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.notExists(folder.resolve("package-lock.json"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no package-lock.json above");
        }
        return folder;
    }
}
