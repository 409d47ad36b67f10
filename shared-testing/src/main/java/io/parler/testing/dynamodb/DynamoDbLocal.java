package io.parler.testing.dynamodb;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The one DynamoDB of a test run: started by the first test that needs it, in memory, until the
/// JVM ends.
final class DynamoDbLocal {
    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();
    private static final URI ENDPOINT = start();

    private DynamoDbLocal() {}

    static DynamoDbClient client(ExecutionInterceptor interceptor) {
        return DynamoDbClient.builder()
                .endpointOverride(ENDPOINT)
                .httpClient(HTTP)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
                .overrideConfiguration(config -> config.addExecutionInterceptor(interceptor))
                .build();
    }

    /// The server has its own class loader, because its AWS SDK and Jetty must not mix with those
    /// of the module under test.
    @SuppressWarnings({"unchecked", "resource"}) // the loader lives as long as the server
    private static URI start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            System.setProperty("sqlite4java.library.path", nativeLibrary().toString());
            URLClassLoader loader =
                    new URLClassLoader(
                            "dynamodb-local", classPath(), ClassLoader.getPlatformClassLoader());
            thread.setContextClassLoader(loader); // its logging looks there, and on its threads
            Class<?> server = loader.loadClass(EmbeddedServer.class.getName());
            return ((Supplier<URI>) server.getConstructor().newInstance()).get();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("DynamoDB Local did not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(DynamoDbLocal.class.getProtectionDomain().getCodeSource().getLocation());
        try (InputStream in = resource("classpath")) {
            String paths = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String path : paths.strip().split(File.pathSeparator, -1)) {
                urls.add(Path.of(path).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /// The folder with SQLite for this machine.
    private static Path nativeLibrary() throws IOException {
        String name = libraryName(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path folder = Files.createTempDirectory("sqlite4java");
        Path file = folder.resolve(name);
        try (InputStream in = resource("/native/" + name)) {
            Files.copy(in, file);
        }
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return folder;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DynamoDbLocal.class.getResourceAsStream(name), name);
    }

    private static String libraryName(String os, String arch) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return arch.equals("aarch64")
                    ? "libsqlite4java-osx-aarch64.dylib"
                    : "libsqlite4java-osx.dylib";
        }
        return system.startsWith("windows")
                ? "sqlite4java-win32-x64.dll"
                : "libsqlite4java-linux-amd64.so";
    }
}
