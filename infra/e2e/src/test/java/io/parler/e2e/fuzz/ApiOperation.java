package io.parler.e2e.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// An operation of the OpenAPI document.
record ApiOperation(String method, String path, JsonNode description, JsonNode document) {
    /// A parameter.
    ///
    /// @param in path, query or header
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    static List<ApiOperation> all() {
        JsonNode document;
        try {
            document =
                    new ObjectMapper()
                            .readTree(
                                    ProjectFiles.read(
                                            ProjectFiles.path(
                                                    "contracts",
                                                    "target/classes/contracts/openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<ApiOperation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                operation ->
                                                        all.add(
                                                                new ApiOperation(
                                                                        operation
                                                                                .getKey()
                                                                                .toUpperCase(
                                                                                        Locale
                                                                                                .ROOT),
                                                                        path.getKey(),
                                                                        operation.getValue(),
                                                                        document))));
        return List.copyOf(all);
    }

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode each : description.path("parameters")) {
            JsonNode parameter = resolved(each);
            parameters.add(
                    new Parameter(
                            parameter.path("name").asText(),
                            parameter.path("in").asText(),
                            parameter.path("required").asBoolean(),
                            parameter.path("schema")));
        }
        return parameters;
    }

    boolean takesBody() {
        return description.has("requestBody");
    }

    /// The description of the response with this status. Empty if there is none.
    Optional<JsonNode> response(int status) {
        JsonNode responses = description.path("responses");
        JsonNode response = responses.path(Integer.toString(status));
        return Optional.of(response.isMissingNode() ? responses.path("default") : response)
                .filter(found -> !found.isMissingNode())
                .map(this::resolved);
    }

    /// A schema that stands alone: with the definitions of the document that it refers to.
    String schema(JsonNode content) {
        ObjectNode schema = content.path("schema").deepCopy();
        schema.set("components", document.path("components"));
        return schema.toString();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
