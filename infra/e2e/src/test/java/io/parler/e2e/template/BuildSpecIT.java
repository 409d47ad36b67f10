package io.parler.e2e.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.e2e.project.Machine;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.project.YamlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Packages each stack with the commands of buildspec.yml, the real `aws` and another make of
/// S3 and CloudFormation (moto). The archive is the one that this build has just made by the
/// command of the phase `build`. None of these tools is needed to build Parler: without one of them
/// the test is skipped.
class BuildSpecIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BUCKET = "archives-of-a-test";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Process cloud;
    private static String endpoint;

    @BeforeAll
    static void startTheOtherCloud() throws IOException {
        for (String tool : new String[] {"aws", "jq", "cfn-lint", "moto_server"}) {
            Assumptions.assumeTrue(Machine.find(tool).isPresent(), tool + " is not installed");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        endpoint = "http://127.0.0.1:" + port;
        cloud =
                new ProcessBuilder("moto_server", "-p", Integer.toString(port))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(send("PUT", "/" + BUCKET)).isNotNull());
    }

    @AfterAll
    static void stopIt() {
        if (cloud != null) {
            cloud.descendants().forEach(ProcessHandle::destroyForcibly);
            cloud.destroyForcibly();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.parler.e2e.template.TemplateFixtures#services")
    void aServiceIsPackagedWithItsArchiveAndItsParameters(Template template, @TempDir Path folder)
            throws Exception {
        String service = template.name();
        Path archive = Path.of("services", service, "target", service + ".zip");
        copy(folder, Path.of("services", service, "template.yaml"));
        copy(folder, archive);

        run(folder, service, "{\"Rollout\": \"Canary10Percent5Minutes\"}");

        JsonNode packaged = YamlReader.read(folder.resolve("packaged.yaml"));
        Template result = new Template(template.file(), packaged);
        assertThat(result.functions()).hasSameSizeAs(template.functions());
        for (Map.Entry<String, JsonNode> function : result.functions().entrySet()) {
            String uri = function.getValue().path("CodeUri").asText();
            assertThat(uri).startsWith("s3://" + BUCKET + "/archives/" + service + "/");
            byte[] uploaded = output("aws", "s3", "cp", uri, "-");
            assertThat(uploaded).hasSize((int) Files.size(ProjectFiles.path(archive.toString())));
            assertThat(entries(uploaded))
                    .contains(
                            function.getValue().path("Handler").asText().replace('.', '/')
                                    + ".class")
                    .noneMatch(entry -> entry.contains("template.yaml") || entry.contains("src/"));
        }
        Map<String, String> parameters = parameters(folder);
        assertThat(parameters)
                .containsEntry("Stage", "prod")
                .containsEntry("Rollout", "Canary10Percent5Minutes")
                .containsEntry("AlarmTopicArn", "/parler/prod/alarm-topic-arn");
        assertThat(parameters.keySet()).isSubsetOf(names(template.tree().path("Parameters")));
        assertThat(parameters.values()).noneMatch(value -> value.startsWith("/parler/dev/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "edge"})
    void aStackWithoutCodeIsPackagedToo(String stack, @TempDir Path folder) throws Exception {
        copy(folder, Path.of("infra", stack + ".yaml"));

        run(folder, stack, "");

        assertThat(folder.resolve("packaged.yaml")).exists();
        assertThat(parameters(folder))
                .containsEntry("Stage", "prod")
                .allSatisfy(
                        (name, value) ->
                                assertThat(value).as(name).matches("prod|/parler/prod/.*"));
    }

    /// The phases in one shell, as CodeBuild runs them; without the installation of tools and the
    /// build itself.
    private static void run(Path folder, String service, String parameters)
            throws IOException, InterruptedException {
        JsonNode phases = YamlReader.read(ProjectFiles.path("buildspec.yml")).path("phases");
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        for (String phase : new String[] {"pre_build", "post_build"}) {
            phases.at("/" + phase + "/commands")
                    .forEach(command -> script.append(command.asText()).append('\n'));
        }
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-c", script.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        shell.environment()
                .putAll(
                        Map.of(
                                "SERVICE",
                                service,
                                "STAGE",
                                "prod",
                                "GOAL",
                                "package",
                                "ARTIFACT_BUCKET",
                                BUCKET,
                                "PARAMETERS",
                                parameters,
                                "CODEBUILD_BUILD_SUCCEEDING",
                                "1"));
        shell.environment().putAll(access());
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static Map<String, String> access() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint,
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_DEFAULT_REGION", "us-east-1");
    }

    /// What a command writes to its standard output.
    private static byte[] output(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(access());
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }

    private static void copy(Path folder, Path file) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(ProjectFiles.path(file.toString()), target);
    }

    private static Map<String, String> parameters(Path folder) throws IOException {
        JsonNode configuration = JSON.readTree(folder.resolve("configuration.json").toFile());
        return JSON.convertValue(
                configuration.path("Parameters"),
                JSON.getTypeFactory().constructMapType(Map.class, String.class, String.class));
    }

    private static Set<String> names(JsonNode map) {
        Set<String> names = new HashSet<>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> entries(byte[] zip) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private static byte[] send(String method, String path)
            throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(endpoint + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }
}
