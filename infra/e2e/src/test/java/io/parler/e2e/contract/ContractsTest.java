package io.parler.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden examples match their schemas, and the schemas reject invalid ones.
class ContractsTest {
    private static final Path CONTRACTS = ProjectFiles.path("contracts");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> schemas() {
        return Stream.of("events", "rest")
                .flatMap(
                        folder ->
                                ProjectFiles.files(CONTRACTS.resolve(folder), ".schema.json")
                                        .stream())
                .map(file -> CONTRACTS.relativize(file).toString());
    }

    static Stream<String> examples() {
        return Stream.of("events", "rest")
                .flatMap(
                        folder ->
                                ProjectFiles.files(CONTRACTS.resolve(folder, "examples"), ".json")
                                        .stream())
                .map(file -> CONTRACTS.relativize(file).toString());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsValid(String schema) {
        assertThat(SchemaValidator.errorsOfSchema(ProjectFiles.read(CONTRACTS.resolve(schema))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aSchemaHasAnExample(String schema) throws IOException {
        boolean inFile =
                examples().anyMatch(example -> schemaOf(example).equals(CONTRACTS.resolve(schema)));
        assertThat(inFile || !inlineExamples(schema).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void theExamplesInASchemaMatchIt(String schema) throws IOException {
        for (JsonNode example : inlineExamples(schema)) {
            assertThat(SchemaValidator.errors(CONTRACTS.resolve(schema), example.toString()))
                    .isEmpty();
        }
    }

    /// The keyword `examples`, used for bodies that no consumer's test needs as a file.
    private static JsonNode inlineExamples(String schema) throws IOException {
        return JSON.readTree(ProjectFiles.read(CONTRACTS.resolve(schema))).path("examples");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleMatchesItsSchema(String example) {
        String document = ProjectFiles.read(CONTRACTS.resolve(example));
        assertThat(SchemaValidator.errors(schemaOf(example), document)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aSchemaRejectsAnExampleWithoutARequiredField(String example) throws IOException {
        JsonNode schema = JSON.readTree(ProjectFiles.read(schemaOf(example)));
        for (JsonNode field : schema.path("required")) {
            ObjectNode document =
                    (ObjectNode) JSON.readTree(ProjectFiles.read(CONTRACTS.resolve(example)));
            document.remove(field.asText());
            assertThat(SchemaValidator.errors(schemaOf(example), document.toString()))
                    .as("%s without %s", example, field)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noExampleHasANull(String example) throws IOException {
        JsonNode document = JSON.readTree(ProjectFiles.read(CONTRACTS.resolve(example)));
        assertThat(nulls(document)).isZero();
    }

    @Test
    void schemasAllowUnknownFields() throws IOException {
        Path example = CONTRACTS.resolve("events/examples/conversion.completed.v1.json");
        ObjectNode event = (ObjectNode) JSON.readTree(ProjectFiles.read(example));
        event.put("traceparent", "00-1");
        ((ObjectNode) event.get("data")).put("loudness", -16);
        assertThat(
                        SchemaValidator.errors(
                                CONTRACTS.resolve("events/conversion.completed.v1.schema.json"),
                                event.toString()))
                .isEmpty();
    }

    @Test
    void allEventsShareOneEnvelope() throws IOException {
        Set<JsonNode> envelopes = new LinkedHashSet<>();
        for (ObjectNode envelope : envelopes("")) {
            ((ObjectNode) envelope.get("properties")).remove("subject");
            envelopes.add(envelope);
        }
        assertThat(envelopes).hasSize(1);
    }

    @Test
    void theSubjectOfAnEventIsAConversionOrAnAccount() throws IOException {
        assertThat(new LinkedHashSet<>(envelopes("conversion."))).hasSize(1);
        assertThat(new LinkedHashSet<>(envelopes("account."))).hasSize(1);
    }

    /// The schemas of the events whose type starts with `prefix`, without what differs by type.
    private static List<ObjectNode> envelopes(String prefix) throws IOException {
        List<ObjectNode> envelopes = new ArrayList<>();
        for (Path schema : ProjectFiles.files(CONTRACTS.resolve("events"), ".schema.json")) {
            ObjectNode envelope = (ObjectNode) JSON.readTree(ProjectFiles.read(schema));
            envelope.remove(List.of("title", "description"));
            ((ObjectNode) envelope.get("properties")).remove(List.of("type", "source", "data"));
            if (schema.getFileName().toString().startsWith(prefix)) {
                envelopes.add(envelope);
            }
        }
        return envelopes;
    }

    @Test
    void everyProblemSaysWhatToDo() throws IOException {
        JsonNode problems = JSON.readTree(ProjectFiles.read(CONTRACTS.resolve("problems.json")));
        assertThat(problems).hasSizeGreaterThan(25);
        problems.properties()
                .forEach(
                        problem -> {
                            assertThat(problem.getKey()).matches("[a-z0-9-]+");
                            assertThat(problem.getValue().path("title").asText()).isNotBlank();
                            assertThat(problem.getValue().path("status").asInt())
                                    .isBetween(400, 599);
                            assertThat(problem.getValue().path("help").asText()).endsWith(".");
                        });
    }

    /// The longest schema name that the example's name starts with: `conversion-accepted`, not
    /// `conversion`.
    private static Path schemaOf(String example) {
        Path file = CONTRACTS.resolve(example);
        Path folder = CONTRACTS.resolve(Path.of(example).getName(0));
        String name = file.getFileName().toString().replaceAll("\\.json$", "");
        while (!Files.exists(folder.resolve(name + ".schema.json"))) {
            int cut = name.lastIndexOf('-');
            assertThat(cut).as("no schema for %s", example).isPositive();
            name = name.substring(0, cut);
        }
        return folder.resolve(name + ".schema.json");
    }

    private static long nulls(JsonNode node) {
        long nulls = node.isNull() ? 1 : 0;
        for (JsonNode child : node) {
            nulls += nulls(child);
        }
        return nulls;
    }
}
