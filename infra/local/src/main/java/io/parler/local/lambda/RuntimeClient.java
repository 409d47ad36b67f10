package io.parler.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// AWS's runtime interface client, which runs Java functions on Lambda. It needs a native library
/// that exists for Linux only.
final class RuntimeClient {
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /// One class of each jar on its class path.
    private static final List<String> CLASSES =
            List.of(
                    MAIN,
                    "com.amazonaws.services.lambda.runtime.Context",
                    "com.amazonaws.services.lambda.runtime.serialization.PojoSerializer",
                    "software.amazon.awssdk.utilslite.SdkInternalThreadLocal");

    private static final String LIBRARY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private final String classPath;
    private final Path library;

    private RuntimeClient(String classPath, Path library) {
        this.classPath = classPath;
        this.library = library;
    }

    /// Why it can't run on this machine; one sentence.
    static Optional<String> obstacle() {
        return libraryName(System.getProperty("os.name"), System.getProperty("os.arch")).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Functions can't run in their own processes here: AWS's runtime interface"
                                + " client exists for Linux on x86-64 and ARM64 only, not for "
                                + System.getProperty("os.name")
                                + " on "
                                + System.getProperty("os.arch")
                                + ".");
    }

    static Optional<String> libraryName(String system, String machine) {
        if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
            return Optional.empty();
        }
        String libc = hasMusl() ? "linux_musl-" : "linux-";
        return switch (machine) {
            case "amd64", "x86_64" -> Optional.of("libaws-lambda-jni." + libc + "x86_64.so");
            case "aarch64" -> Optional.of("libaws-lambda-jni." + libc + "aarch_64.so");
            default -> Optional.empty();
        };
    }

    private static boolean hasMusl() {
        try (Stream<Path> libraries = Files.list(Path.of("/lib"))) {
            return libraries.anyMatch(l -> l.getFileName().toString().startsWith("ld-musl-"));
        } catch (IOException e) {
            return false;
        }
    }

    /// Unpacks its library into the folder once. By default each process would write it to the same
    /// fixed path, which crashes the others.
    static RuntimeClient in(Path folder) {
        String name =
                libraryName(System.getProperty("os.name"), System.getProperty("os.arch"))
                        .orElseThrow();
        Path client = jarOf(MAIN);
        Path library = folder.resolve(client.getFileName() + "-" + name);
        if (!Files.exists(library)) {
            unpack("jni/" + name, library);
        }
        return new RuntimeClient(
                CLASSES.stream()
                        .map(RuntimeClient::jarOf)
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                library);
    }

    /// Renamed when complete, so that a killed process leaves no partial file.
    private static void unpack(String resource, Path file) {
        try (InputStream in =
                Objects.requireNonNull(
                        RuntimeClient.class.getClassLoader().getResourceAsStream(resource))) {
            Path folder = Files.createDirectories(file.resolveSibling("."));
            Path part = Files.createTempFile(folder, "part-", ".so");
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jarOf(String className) {
        try {
            return Path.of(
                    Class.forName(className, false, RuntimeClient.class.getClassLoader())
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new LinkageError("the runtime interface client is not on the class path", e);
        }
    }

    /// The command for a function's process, with the JVM options of Lambda: the heap gets 85 % of
    /// the memory.
    List<String> command(FunctionSpec spec) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + spec.memoryMb() * 85 / 100 + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-D" + LIBRARY + "=" + library,
                "-cp",
                classPath,
                MAIN,
                spec.handler());
    }
}
