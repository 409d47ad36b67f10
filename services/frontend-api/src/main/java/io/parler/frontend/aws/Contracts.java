package io.parler.frontend.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parler.frontend.KnownProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The contracts this archive was built with: the problems, and the REST API's description.
final class Contracts {
    private static final String ROOT = "/contracts/";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private Contracts() {}

    static List<KnownProblem> problems() {
        return read(JSON, "problems.json").properties().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static KnownProblem problem(String slug, JsonNode value) {
        return new KnownProblem(
                slug,
                value.path("title").asText(),
                value.path("status").asInt(),
                value.path("help").asText());
    }

    /// The OpenAPI document in one piece: schemas and examples, which are files of their own
    /// beside it, are put in their places.
    static JsonNode openApi(String origin) {
        JsonNode document = read(new YAMLMapper(), "openapi.yaml");
        inline(document);
        ObjectNode server = JSON.createObjectNode().put("url", origin);
        ((ObjectNode) document).putArray("servers").add(server);
        return document;
    }

    private static void inline(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                object.set(field.getKey(), inPlace(field.getValue()));
            }
        }
        node.forEach(Contracts::inline);
    }

    private static JsonNode inPlace(JsonNode node) {
        String schema = node.path("$ref").asText();
        if (schema.endsWith(".schema.json")) {
            ObjectNode inlined = (ObjectNode) read(JSON, schema);
            inlined.remove("$schema");
            return inlined;
        }
        if (node.path("externalValue").isTextual()) {
            ObjectNode example = node.deepCopy();
            String file = example.remove("externalValue").asText();
            return example.set("value", read(JSON, file));
        }
        return node;
    }

    private static JsonNode read(ObjectMapper mapper, String name) {
        try (InputStream in = Contracts.class.getResourceAsStream(ROOT + name)) {
            return mapper.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
