package io.parler.e2e.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.e2e.project.ProjectFiles;
import io.parler.e2e.project.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// A template as it is written: resources by type, functions with the globals folded in.
public record Template(Path file, JsonNode tree) {
    public static Template read(Path file) {
        return new Template(file, YamlReader.read(file));
    }

    /// The templates of the services, in the order of their folders' list.
    public static List<Template> ofServices() {
        return ProjectFiles.SERVICES.stream()
                .map(service -> read(ProjectFiles.path("services", service, "template.yaml")))
                .toList();
    }

    static Template ofEdge() {
        return read(ProjectFiles.path("infra", "edge.yaml"));
    }

    static Template ofPlatform() {
        return read(ProjectFiles.path("infra", "platform.yaml"));
    }

    /// The service's folder; for the others the file's name.
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

    /// The public routes, as API Gateway's route keys: `GET /v1/posts`.
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
                routes.add(method + " " + route.path("Path").asText());
            }
        }
        return routes;
    }

    /// The resource that `!Ref X`, `!GetAtt X.Attribute` or `!Sub "${X.Attribute}"` names; empty
    /// when it names none.
    static String target(JsonNode value) {
        if (value.has("Ref")) {
            return value.path("Ref").asText();
        }
        JsonNode attribute = value.path("Fn::GetAtt");
        String name = attribute.isArray() ? attribute.path(0).asText() : attribute.asText();
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
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
