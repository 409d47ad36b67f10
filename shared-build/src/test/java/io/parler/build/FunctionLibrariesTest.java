package io.parler.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionLibrariesTest {
    @TempDir static Path folder;

    private static List<Path> classPath = List.of();

    /// One function, which calls one operation of SSM, and all libraries of this test.
    @BeforeAll
    static void writeLibraries() throws IOException {
        Path classes = folder.resolve("classes");
        String reader = "io/parler/build/ParameterReader.class";
        Files.createDirectories(classes.resolve(reader).resolveSibling("."));
        try (InputStream in =
                FunctionLibrariesTest.class.getClassLoader().getResourceAsStream(reader)) {
            Files.write(classes.resolve(reader), in.readAllBytes());
        }
        Stream<Path> jars =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(path -> path.endsWith(".jar"))
                        .map(Path::of);
        classPath = Stream.concat(Stream.of(classes), jars).toList();
        FunctionLibraries.write(folder.resolve("lib"), classPath);
    }

    @Test
    void whatIsLeftOfAClientStillReadsAnswersAndErrors() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String[] answer = {"200", "{\"Parameter\": {\"Value\": \"hello\"}}"};
        server.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
                    byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try (URLClassLoader function = loader()) {
            URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            assertThat(read(function, endpoint)).isEqualTo("hello");

            answer[0] = "400";
            answer[1] = "{\"__type\": \"ParameterNotFound\"}";
            assertThat(read(function, endpoint)).isEqualTo("not found");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void operationsThatNobodyCallsAreRemoved() throws Exception {
        try (URLClassLoader function = loader()) {
            assertThat(function.loadClass(model("GetParameterRequest"))).isNotNull();
            for (String removed : List.of("PutParameterRequest", "CreateDocumentResponse")) {
                assertThatThrownBy(() -> function.loadClass(model(removed)))
                        .isInstanceOf(ClassNotFoundException.class);
            }
        }
        assertThat(client("lib").size()).isLessThan(700);
    }

    @Test
    void everyClassThatIsLeftPassesTheVerifier() throws Exception {
        try (URLClassLoader function = loader();
                ZipFile jar = client("lib")) {
            ClassFile classFile =
                    ClassFile.of(
                            ClassFile.ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(function).cached()));
            for (ZipEntry entry :
                    jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                byte[] content = jar.getInputStream(entry).readAllBytes();
                assertThat(classFile.verify(content)).as(entry.getName()).isEmpty();
            }
        }
    }

    @Test
    void licencesAreKept() throws IOException {
        try (ZipFile jar = client("lib")) {
            assertThat(jar.getEntry("META-INF/LICENSE.txt")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE.txt")).isNotNull();
        }
    }

    @Test
    void theSameClassPathGivesTheSameBytes() throws IOException {
        FunctionLibraries.write(folder.resolve("again"), classPath);

        try (Stream<Path> written = Files.list(folder.resolve("lib"))) {
            assertThat(written)
                    .hasSizeGreaterThan(10)
                    .allSatisfy(
                            jar ->
                                    assertThat(folder.resolve("again").resolve(jar.getFileName()))
                                            .hasSameBinaryContentAs(jar));
        }
    }

    private static String read(ClassLoader function, URI endpoint) throws Exception {
        return (String)
                function.loadClass("io.parler.build.ParameterReader")
                        .getMethod("read", URI.class)
                        .invoke(null, endpoint);
    }

    private static String model(String name) {
        return "software.amazon.awssdk.services.ssm.model." + name;
    }

    private static ZipFile client(String library) throws IOException {
        try (Stream<Path> jars = Files.list(folder.resolve(library))) {
            return new ZipFile(
                    jars.filter(jar -> jar.getFileName().toString().startsWith("ssm-"))
                            .findFirst()
                            .orElseThrow()
                            .toFile());
        }
    }

    private static URLClassLoader loader() throws IOException {
        try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
            List<Path> all = Stream.concat(jars, Stream.of(folder.resolve("classes"))).toList();
            URL[] urls = new URL[all.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = all.get(i).toUri().toURL();
            }
            return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
        }
    }
}
