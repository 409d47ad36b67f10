package io.parler.e2e.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Finds and runs tools of the machine that tests need.
public final class Machine {
    private Machine() {}

    /// The path of a tool. Without it the test is skipped, or fails if CI is true.
    public static Path tool(String name) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) {
            String message = name + " is not installed";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(message);
            }
            Assumptions.abort(message);
        }
        return found.orElseThrow();
    }

    public static Optional<Path> find(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// The output of a tool, from both streams.
    public static String output(Path tool, String... arguments) {
        try {
            Process process =
                    new ProcessBuilder(
                                    Stream.concat(Stream.of(tool.toString()), Stream.of(arguments))
                                            .toList())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// The descendant process that opened the connection between these ports of 127.0.0.1 (Linux).
    ///
    /// Both ports are needed: another process may use the same client port for another server.
    public static ProcessHandle connected(int clientPort, int serverPort) {
        List<String> sockets =
                Stream.of("/proc/net/tcp6", "/proc/net/tcp")
                        .flatMap(table -> ProjectFiles.read(Path.of(table)).lines())
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns[1].endsWith(":" + hex(clientPort)))
                        .filter(columns -> columns[2].endsWith(":" + hex(serverPort)))
                        .map(columns -> "socket:[" + columns[9] + "]")
                        .toList();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> sockets.stream().anyMatch(socket -> hasOpen(process, socket)))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssertionError(
                                        "no process is connected from "
                                                + clientPort
                                                + " to "
                                                + serverPort));
    }

    private static String hex(int port) {
        return String.format(Locale.ROOT, "%04X", port);
    }

    private static boolean hasOpen(ProcessHandle process, String what) {
        Path folder = Path.of("/proc", Long.toString(process.pid()), "fd");
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> isLinkTo(file, what));
        } catch (IOException | UncheckedIOException e) {
            return false; // it ended meanwhile
        }
    }

    private static boolean isLinkTo(Path file, String what) {
        try {
            return Files.readSymbolicLink(file).toString().equals(what);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    /// The environment of a process (Linux); empty if it has ended.
    public static Map<String, String> environment(ProcessHandle process) {
        try {
            return Stream.of(
                            Files.readString(
                                            Path.of(
                                                    "/proc",
                                                    Long.toString(process.pid()),
                                                    "environ"))
                                    .split("\0"))
                    .map(variable -> variable.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            return Map.of();
        }
    }

    /// The resident memory of a process in MiB, if the system reports it (Linux).
    public static Optional<Long> residentMebibytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        List<String> lines = ProjectFiles.read(status).lines().toList();
        return lines.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst();
    }
}
