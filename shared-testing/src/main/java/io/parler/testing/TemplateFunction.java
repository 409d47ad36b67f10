package io.parler.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// A function of the `template.yaml` in the folder of the service under test.
public final class TemplateFunction {
    private TemplateFunction() {}

    /// Logs and metrics read these, not the service.
    private static final Set<String> OF_LOGGING = Set.of("SERVICE_NAME", "STAGE");

    /// The environment variables that the template sets for a function, without those of logging.
    public static Set<String> variables(String logicalId) {
        Node template = template();
        Set<String> names = new TreeSet<>();
        addVariables(
                member(template, "Globals").flatMap(globals -> member(globals, "Function")), names);
        Node function =
                member(template, "Resources")
                        .flatMap(resources -> member(resources, logicalId))
                        .orElseThrow();
        addVariables(member(function, "Properties"), names);
        names.removeAll(OF_LOGGING);
        return names;
    }

    private static Node template() {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeString(Files.readString(Path.of("template.yaml")))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addVariables(Optional<Node> properties, Set<String> names) {
        properties
                .flatMap(all -> member(all, "Environment"))
                .flatMap(environment -> member(environment, "Variables"))
                .ifPresent(
                        variables ->
                                ((MappingNode) variables)
                                        .getValue()
                                        .forEach(variable -> names.add(name(variable))));
    }

    private static Optional<Node> member(Node map, String name) {
        return ((MappingNode) map)
                .getValue().stream()
                        .filter(member -> name(member).equals(name))
                        .map(member -> Objects.requireNonNull(member.getValueNode()))
                        .findFirst();
    }

    private static String name(NodeTuple member) {
        return ((ScalarNode) member.getKeyNode()).getValue();
    }
}
