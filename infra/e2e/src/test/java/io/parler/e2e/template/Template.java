package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.project.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A template as it is written, with its resources by type and the globals merged into its
/// functions.
public record Template(Path file, JsonNode tree) {
    /// The method of the request that a browser sends before one to another origin.
    static final String PREFLIGHT = "OPTIONS";

    static final JsonNode NOTHING = MissingNode.getInstance();

    public static Template read(Path file) {
        return new Template(file, YamlReader.read(file));
    }

    /// The templates of the services, in the order of their folders.
    public static List<Template> ofServices() {
        return ProjectFiles.SERVICES.stream()
                .map(service -> read(ProjectFiles.path("services", service, "template.yaml")))
                .toList();
    }

    static Template ofEdge() {
        return read(ProjectFiles.path("infra", "edge.yaml"));
    }

    /// The entries of the suite file: a stack's template and its parameters.
    static List<JsonNode> entriesOfTheSuite() {
        List<JsonNode> entries = new ArrayList<>();
        YamlReader.read(ProjectFiles.path("infra", "suite.yaml"))
                .path("stacks")
                .forEach(entries::add);
        return entries;
    }

    static Template of(JsonNode entry) {
        return read(
                ProjectFiles.path("infra").resolve(entry.path("template").asText()).normalize());
    }

    /// A text, or the pattern of a substitution with the default stage in it.
    static String text(JsonNode value) {
        return value.path("Fn::Sub").asText(value.asText()).replace("${Stage}", "dev");
    }

    /// The folder of the service; for other templates the file name.
    String name() {
        Path folder = file.getParent();
        return file.endsWith("template.yaml") && folder != null
                ? folder.getFileName().toString()
                : file.getFileName().toString();
    }

    Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        tree.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .forEach(
                        resource ->
                                found.put(
                                        resource.getKey(), resource.getValue().path("Properties")));
        return found;
    }

    Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = resources("AWS::Serverless::Function");
        functions.replaceAll((name, function) -> merged(tree.at("/Globals/Function"), function));
        return functions;
    }

    /// The public routes, as API Gateway's route keys: `GET /v1/posts`; without those of preflight
    /// requests, which `shared-http` answers in every service.
    public TreeSet<String> routes() {
        var routes = new TreeSet<String>();
        functions().values().forEach(function -> routes.addAll(routes(function)));
        return routes;
    }

    public static List<String> routes(JsonNode function) {
        List<String> routes = new ArrayList<>();
        for (JsonNode event : function.path("Events")) {
            if (event.path("Type").asText().equals("HttpApi")) {
                JsonNode route = event.path("Properties");
                String method = route.path("Method").asText().toUpperCase(Locale.ROOT);
                if (!method.equals(PREFLIGHT)) {
                    routes.add(method + " " + route.path("Path").asText());
                }
            }
        }
        return routes;
    }

    /// The resource that `!Ref X`, `!GetAtt X.Attribute` or `!Sub "${X.Attribute}"` refers to;
    /// empty if there is none.
    static String target(JsonNode value) {
        if (value.has("Ref")) {
            return value.path("Ref").asText();
        }
        JsonNode attribute = value.path("Fn::GetAtt");
        String name = attribute.isArray() ? attribute.path(0).asText() : attribute.asText();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// The value with each choice made, given the conditions that hold.
    static JsonNode chosen(JsonNode value, Set<String> conditions) {
        JsonNode choice = value.path("Fn::If");
        if (choice.isArray()) {
            boolean holds = conditions.contains(choice.path(0).asText());
            return chosen(choice.path(holds ? 1 : 2), conditions);
        }
        if (value instanceof ObjectNode fields) {
            ObjectNode all = fields.objectNode();
            fields.properties().forEach(f -> all.set(f.getKey(), chosen(f.getValue(), conditions)));
            return all;
        }
        if (value instanceof ArrayNode items) {
            ArrayNode all = items.arrayNode();
            items.forEach(item -> all.add(chosen(item, conditions)));
            return all;
        }
        return value;
    }

    private static JsonNode merged(JsonNode globals, JsonNode own) {
        if (!(globals instanceof ObjectNode all) || !(own instanceof ObjectNode mine)) {
            return own.isMissingNode() ? globals : own;
        }
        ObjectNode merged = all.deepCopy();
        mine.properties()
                .forEach(
                        field ->
                                merged.set(
                                        field.getKey(),
                                        merged(all.path(field.getKey()), field.getValue())));
        return merged;
    }
}
