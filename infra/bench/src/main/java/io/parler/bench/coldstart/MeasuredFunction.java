package io.parler.bench.coldstart;

import com.fasterxml.jackson.databind.JsonNode;
import io.parler.local.lambda.FunctionSpec;
import io.parler.local.template.Intrinsics;
import io.parler.local.template.Template;
import io.parler.local.template.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A function as its template describes it, and its first request.
///
/// @param hasSnapStart whether its instances start from a snapshot
record MeasuredFunction(String id, FunctionSpec spec, String request, boolean hasSnapStart) {
    private static final String FUNCTION = "AWS::Serverless::Function";

    /// The functions of a service's template, with an endpoint in place of AWS.
    static List<MeasuredFunction> read(Path template, String endpoint) {
        Template read = new TemplateReader().read(template);
        String file = template.toString();
        PlausibleValues values = new PlausibleValues(read);
        List<MeasuredFunction> functions = new ArrayList<>();
        read.resources()
                .forEach(
                        (id, resource) -> {
                            if (resource.type().equals(FUNCTION)) {
                                JsonNode properties =
                                        new Intrinsics(file, id, values)
                                                .evaluate(resource.properties());
                                functions.add(of(id, template, properties, endpoint));
                            }
                        });
        return functions;
    }

    private static MeasuredFunction of(
            String id, Path template, JsonNode properties, String endpoint) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_REGION", PlausibleValues.REGION);
        environment.put("AWS_ACCESS_KEY_ID", "id");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        environment.put("AWS_ENDPOINT_URL", endpoint);
        properties
                .at("/Environment/Variables")
                .properties()
                .forEach(
                        variable ->
                                environment.put(variable.getKey(), variable.getValue().asText()));
        Path archive = template.resolveSibling(properties.path("CodeUri").asText()).normalize();
        return new MeasuredFunction(
                id,
                new FunctionSpec(
                        id,
                        archive,
                        properties.path("Handler").asText(),
                        environment,
                        Duration.ofSeconds(properties.path("Timeout").asInt(30)),
                        properties.path("MemorySize").asInt(1024),
                        1),
                FirstRequest.of(id, properties.path("Events")),
                properties.at("/SnapStart/ApplyOn").asText().equals("PublishedVersions"));
    }

    /// The function that does nothing, in an archive of its own.
    static MeasuredFunction floor(Path folder) throws IOException {
        Path archive = folder.resolve("floor.zip");
        String handler = ConstantHandler.class.getName();
        String entry = handler.replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file);
                InputStream content =
                        Objects.requireNonNull(
                                ConstantHandler.class
                                        .getClassLoader()
                                        .getResourceAsStream(entry))) {
            zip.putNextEntry(new ZipEntry(entry));
            content.transferTo(zip);
        }
        return new MeasuredFunction(
                "floor",
                new FunctionSpec(
                        "floor", archive, handler, Map.of(), Duration.ofSeconds(30), 1024, 1),
                "{}",
                false);
    }

    /// The same function with further options of the JVM, as they can be given on Lambda.
    MeasuredFunction withJvmOptions(String options) {
        Map<String, String> environment = new HashMap<>(spec.environment());
        environment.put("JAVA_TOOL_OPTIONS", options);
        return with(environment);
    }

    /// The same function as one with SnapStart has it: it is primed, and gets its credentials from
    /// an endpoint.
    MeasuredFunction asSnapshot() {
        Map<String, String> environment = new HashMap<>(spec.environment());
        environment.remove("AWS_ACCESS_KEY_ID");
        environment.remove("AWS_SECRET_ACCESS_KEY");
        environment.put(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                environment.get("AWS_ENDPOINT_URL") + EmptyAws.CREDENTIALS);
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        environment.put(
                "JAVA_TOOL_OPTIONS", "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        return with(environment);
    }

    private MeasuredFunction with(Map<String, String> environment) {
        return new MeasuredFunction(
                id,
                new FunctionSpec(
                        id,
                        spec.archive(),
                        spec.handler(),
                        environment,
                        spec.timeout(),
                        spec.memoryMb(),
                        spec.concurrency()),
                request,
                hasSnapStart);
    }

    double archiveMegabytes() throws IOException {
        return Files.size(spec.archive()) / 1e6;
    }
}
