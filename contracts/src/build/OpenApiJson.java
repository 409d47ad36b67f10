import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Writes `openapi.json`: `openapi.yaml` in one file, with the schemas and examples that it refers
/// to. The build runs it; its arguments are the folder of the contracts and the file to write.
final class OpenApiJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path contracts;

    private OpenApiJson(Path contracts) {
        this.contracts = contracts;
    }

    public static void main(String[] arguments) throws IOException {
        Path contracts = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        JsonNode document;
        try (var yaml = Files.newBufferedReader(contracts.resolve("openapi.yaml"))) {
            document =
                    JSON.valueToTree(
                            new Load(LoadSettings.builder().build()).loadFromReader(yaml));
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        Files.createDirectories(target.getParent());
        Files.writeString(
                target,
                JSON.writer(printer).writeValueAsString(new OpenApiJson(contracts).inlined(document))
                        + "\n");
    }

    private JsonNode inlined(JsonNode node) throws IOException {
        String reference = node.path("$ref").asText();
        if (reference.startsWith("rest/")) {
            return read(reference);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            for (JsonNode element : array) {
                copy.add(inlined(element));
            }
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getKey().equals("externalValue")) {
                    copy.set("value", read(field.getValue().asText()));
                } else {
                    copy.set(field.getKey(), inlined(field.getValue()));
                }
            }
            return copy;
        }
        return node;
    }

    private JsonNode read(String file) throws IOException {
        return JSON.readTree(contracts.resolve(file).toFile());
    }
}
