package io.parler.polly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunnableJarIT {
    private static final Path JAR = Path.of("target", "polly-local.jar");
    private static final String REQUEST =
            "{\"Text\":\"Hello there.\",\"VoiceId\":\"Joanna\",\"OutputFormat\":\"mp3\"}";
    private static final String GERMAN =
            "{\"Text\":\"Guten Tag.\",\"VoiceId\":\"Vicki\",\"OutputFormat\":\"mp3\"}";

    @Test
    void theJarRunsAloneAndPrintsOnlyItsAddress() throws Exception {
        Process process = java("--port", "0");
        try {
            BufferedReader out = reader(process);
            String first = out.readLine();
            assertThat(first).startsWith("Polly on http://127.0.0.1:");
            assertThat(
                            PollyTestClient.hear(speech(first.substring("Polly on ".length())))
                                    .seconds())
                    .isPositive();
            // Not process.destroy(), which would also close the output that is read here.
            process.toHandle().destroy();
            assertThat(out.lines()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whenItIsKilledTheEspeakProcessEndsToo() throws Exception {
        InstalledEspeak.library();
        Process process = java("--port", "0");
        try {
            BufferedReader out = reader(process);
            String endpoint = out.readLine().substring("Polly on ".length());
            assertThat(PollyTestClient.hear(speech(endpoint, GERMAN)).seconds()).isPositive();
            ProcessHandle espeak =
                    InstalledEspeak.processesOf(process.toHandle()).findFirst().orElseThrow();
            process.toHandle().destroyForcibly();
            espeak.onExit().get();
            assertThat(out.lines()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void anotherProgramRunsItInAClassLoader() throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(
                        new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Class<?> main = loader.loadClass("io.parler.polly.PollyLocal");
            Object endpoint =
                    main.getMethod("start", int.class, String.class).invoke(null, 0, "mary");
            try (AutoCloseable running = (AutoCloseable) endpoint) {
                Object port = main.getMethod("port").invoke(running);
                assertThat(PollyTestClient.hear(speech("http://127.0.0.1:" + port)).seconds())
                        .isPositive();
                InstalledEspeak.library();
                assertThat(
                                PollyTestClient.hear(speech("http://127.0.0.1:" + port, GERMAN))
                                        .seconds())
                        .isPositive();
            }
        }
    }

    @Test
    void aPortInUseIsReportedInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Process process = java("--port", Integer.toString(taken.getLocalPort()));
            assertThat(reader(process).lines())
                    .singleElement()
                    .asString()
                    .contains("can't be used");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownEngineIsReportedInOneSentence() throws Exception {
        Process process = java("--engine", "drum");
        assertThat(reader(process).lines()).containsExactly("an engine is mary or tone, not drum");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    private static Process java(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-jar", JAR.toString()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static byte[] speech(String endpoint) throws IOException, InterruptedException {
        return speech(endpoint, REQUEST);
    }

    private static byte[] speech(String endpoint, String request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(endpoint + "/v1/speech"))
                                    .POST(BodyPublishers.ofString(request))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        }
    }
}
