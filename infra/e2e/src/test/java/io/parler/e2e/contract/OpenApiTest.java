package io.parler.e2e.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.template.RouteRules;
import io.parler.e2e.template.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The OpenAPI document is valid, complete, and served as it is written.
class OpenApiTest {
    private static final Path CONTRACTS = ProjectFiles.path("contracts");

    /// The JSON that the build of the contracts generates.
    private static final Path IN_ONE_PIECE =
            CONTRACTS.resolve("target/classes/contracts/openapi.json");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDocumentIsOpenApi31() throws IOException {
        assertThat(SchemaValidator.errors(metaschema(), ProjectFiles.read(IN_ONE_PIECE))).isEmpty();
    }

    @Test
    void theMetaschemaRejectsAnOperationWithAnUnknownField() throws IOException {
        ObjectNode document = (ObjectNode) JSON.readTree(ProjectFiles.read(IN_ONE_PIECE));
        ((ObjectNode) document.at("/paths/~1v1~1posts/get")).put("sumary", "a slip of the pen");
        assertThat(SchemaValidator.errors(metaschema(), document.toString())).isNotEmpty();
    }

    @Test
    void everySchemaInItIsValid() throws IOException {
        JsonNode schemas = JSON.readTree(ProjectFiles.read(IN_ONE_PIECE)).at("/components/schemas");
        assertThat(schemas).isNotEmpty();
        schemas.forEach(
                schema -> assertThat(SchemaValidator.errorsOfSchema(schema.toString())).isEmpty());
    }

    @Test
    void everyReferenceIsResolved() throws IOException {
        JsonNode document = JSON.readTree(ProjectFiles.read(IN_ONE_PIECE));
        List<String> references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        assertThat(references)
                .allSatisfy(
                        reference -> {
                            assertThat(reference).startsWith("#/");
                            assertThat(document.at(reference.substring(1)).isMissingNode())
                                    .as(reference)
                                    .isFalse();
                        });
    }

    @Test
    void everyOperationHasANameOfItsOwn() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode operations : JSON.readTree(ProjectFiles.read(IN_ONE_PIECE)).at("/paths")) {
            operations.forEach(operation -> names.add(operation.path("operationId").asText()));
        }
        assertThat(names).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
    }

    @Test
    void everyOperationSaysWhatIsAnsweredWithoutAService() throws IOException {
        for (JsonNode operations : JSON.readTree(ProjectFiles.read(IN_ONE_PIECE)).at("/paths")) {
            assertThat(operations)
                    .allSatisfy(
                            operation ->
                                    assertThat(operation.at("/responses/default/$ref").asText())
                                            .as(operation.path("operationId").asText())
                                            .isEqualTo("#/components/responses/NotFromAService"));
        }
    }

    @Test
    void everyProblemItNamesIsKnown() throws IOException {
        JsonNode problems = JSON.readTree(ProjectFiles.read(CONTRACTS.resolve("problems.json")));
        List<String> unknown = new ArrayList<>();
        JsonNode paths = JSON.readTree(ProjectFiles.read(IN_ONE_PIECE)).at("/paths");
        for (JsonNode operations : paths) {
            for (JsonNode operation : operations) {
                operation
                        .path("responses")
                        .properties()
                        .forEach(
                                response ->
                                        unknown.addAll(
                                                unknownProblems(
                                                        response.getKey(),
                                                        response.getValue(),
                                                        problems)));
            }
        }
        assertThat(unknown).isEmpty();
    }

    /// Every public API route of the templates is described, and no other.
    @Test
    void itDescribesExactlyThePublicRoutes() throws IOException {
        var described = new TreeSet<String>();
        JSON.readTree(ProjectFiles.read(IN_ONE_PIECE))
                .at("/paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method.toUpperCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                        + " "
                                                                        + path.getKey())));
        var routed = new TreeSet<String>();
        Template.ofServices()
                .forEach(
                        template ->
                                template.routes().stream()
                                        .filter(r -> r.contains(" /v1/"))
                                        // A GET says what HEAD answers (RFC 9110, section 9.3.2).
                                        .filter(r -> !r.startsWith("HEAD "))
                                        .forEach(routed::add));
        assertThat(routed).isEqualTo(described);
    }

    /// An open operation says so itself: one without `security` would be a slip.
    @Test
    void everyOperationNamesTheScopeThatTheCodeDemands() throws IOException {
        Map<String, String> demanded = new TreeMap<>();
        for (Template template : Template.ofServices()) {
            demanded.putAll(RouteRules.scopes(template));
        }
        demanded.keySet().removeIf(route -> !route.contains(" /v1/") || route.startsWith("HEAD "));
        Map<String, String> described = new TreeMap<>();
        JsonNode paths = JSON.readTree(ProjectFiles.read(IN_ONE_PIECE)).at("/paths");
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        described.put(
                                                                operation
                                                                                .getKey()
                                                                                .toUpperCase(
                                                                                        Locale.ROOT)
                                                                        + " "
                                                                        + path.getKey(),
                                                                scope(operation.getValue()))));
        assertThat(described).isEqualTo(demanded);
    }

    /// `open`, `optional` where a caller need not be signed in, the one scope of key and session,
    /// or the text of what is neither.
    private static String scope(JsonNode operation) {
        JsonNode security = operation.path("security");
        if (security.isArray() && security.isEmpty()) {
            return "open";
        }
        if (security.size() == 3 && security.path(0).isObject() && security.path(0).isEmpty()) {
            return "optional";
        }
        JsonNode scope = security.at("/0/key/0");
        return security.size() == 2
                        && security.at("/0/key").size() == 1
                        && security.at("/1/session").size() == 1
                        && security.at("/1/session/0").equals(scope)
                ? scope.asText()
                : security.toString();
    }

    private static List<String> unknownProblems(
            String status, JsonNode response, JsonNode problems) {
        if (!response.path("$ref").asText().endsWith("/Problem")) {
            return List.of();
        }
        return java.util.regex.Pattern.compile("`([a-z]+(?:-[a-z]+)+)`")
                .matcher(response.path("description").asText())
                .results()
                .map(found -> found.group(1))
                .filter(
                        slug ->
                                problems.path(slug).path("status").asInt()
                                        != Integer.parseInt(status))
                .map(slug -> status + " " + slug)
                .toList();
    }

    /// The metaschema of OpenAPI 3.1, as published by the OpenAPI Initiative.
    private static String metaschema() throws IOException {
        try (InputStream in =
                OpenApiTest.class.getResourceAsStream("/openapi/oas-3.1.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
