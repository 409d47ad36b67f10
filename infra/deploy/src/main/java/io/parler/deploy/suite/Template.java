package io.parler.deploy.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A CloudFormation template, as text and as its list of resources. Its parameters are not read
/// here: CloudFormation reports them.
public record Template(String name, String text, List<Resource> resources) {
    private static final String FUNCTION = "AWS::Serverless::Function";

    /// A resource, with what a plan and a package need of it.
    ///
    /// @param deletionPolicy `Delete` where the template has none
    /// @param metrics how many metrics an alarm watches; 1 for other types
    /// @param handler the class of a function
    public record Resource(
            String id, String type, String deletionPolicy, int metrics, Optional<String> handler) {
        public boolean isFunction() {
            return type.equals(FUNCTION);
        }

        /// Whether it stays when its stack is deleted.
        public boolean isRetained() {
            return deletionPolicy.startsWith("Retain");
        }
    }

    public static Template read(Path file) {
        try {
            return of(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new DeployException(file + " can't be read: " + e.getMessage());
        }
    }

    /// A template in YAML, or in JSON, which is YAML too.
    public static Template of(String name, String text) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            Node root =
                    new Compose(settings)
                            .composeString(text)
                            .orElseThrow(() -> new DeployException(name + " is empty"));
            List<Resource> resources = new ArrayList<>();
            fields(fields(root).get("Resources"))
                    .forEach((id, node) -> resources.add(resource(id, fields(node))));
            return new Template(name, text, List.copyOf(resources));
        } catch (YamlEngineException e) {
            throw new DeployException(name + " is not YAML: " + e.getMessage());
        }
    }

    public List<Resource> functions() {
        return resources.stream().filter(Resource::isFunction).toList();
    }

    private static Resource resource(String id, Map<String, Node> fields) {
        Map<String, Node> properties = fields(fields.get("Properties"));
        return new Resource(
                id,
                text(fields.get("Type")).orElse("?"),
                text(fields.get("DeletionPolicy")).orElse("Delete"),
                metrics(properties.get("Metrics")),
                text(properties.get("Handler")));
    }

    /// Of a list of metrics and expressions, those that are metrics.
    private static int metrics(@Nullable Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            return 1;
        }
        long count =
                sequence.getValue().stream()
                        .filter(item -> fields(item).containsKey("MetricStat"))
                        .count();
        return (int) Math.max(1, count);
    }

    private static Optional<String> text(@Nullable Node node) {
        return node instanceof ScalarNode scalar
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    private static Map<String, Node> fields(@Nullable Node node) {
        Map<String, Node> fields = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                text(tuple.getKeyNode()).ifPresent(key -> fields.put(key, tuple.getValueNode()));
            }
        }
        return fields;
    }
}
