package io.parler.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML with CloudFormation's tags.
public final class YamlReader {
    /// Functions whose long name has no `Fn::`.
    private static final Set<String> UNPREFIXED = Set.of("Ref", "Condition");

    private final String name;

    private YamlReader(String name) {
        this.name = name;
    }

    public static TemplateValue read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(file.toString(), reader);
        } catch (IOException e) {
            throw new TemplateException(file + " can't be read: " + e.getMessage());
        }
    }

    static TemplateValue read(String name, Reader reader) {
        LoadSettings settings = LoadSettings.builder().setLabel(name).build();
        try {
            Node node =
                    new Compose(settings)
                            .composeReader(reader)
                            .orElseThrow(() -> new TemplateException(name + " is empty"));
            return new YamlReader(name).value(node);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new TemplateException(name + ":" + line + ": not YAML: " + e.getProblem());
        }
    }

    private TemplateValue value(Node node) {
        int line = line(node);
        if (node.getAnchor().isPresent()) {
            throw new TemplateException(
                    name
                            + ":"
                            + line
                            + ": CloudFormation does not support YAML anchors and aliases");
        }
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            String name = tag.substring(1);
            String function = UNPREFIXED.contains(name) ? name : "Fn::" + name;
            return new TemplateValue.Call(function, untagged(node, line), line);
        }
        return untagged(node, line);
    }

    private TemplateValue untagged(Node node, int line) {
        return switch (node) {
            case ScalarNode scalar -> new TemplateValue.Scalar(scalar(scalar), line);
            case SequenceNode sequence -> items(sequence, line);
            case MappingNode mapping -> fields(mapping, line);
            default -> throw new TemplateException(name + ":" + line + ": not a value");
        };
    }

    private TemplateValue items(SequenceNode sequence, int line) {
        List<TemplateValue> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(value(item));
        }
        return new TemplateValue.Items(List.copyOf(items), line);
    }

    private TemplateValue fields(MappingNode mapping, int line) {
        Map<String, TemplateValue> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateException(name + ":" + line + ": a key is not a scalar");
            }
            if (fields.put(key.getValue(), value(tuple.getValueNode())) != null) {
                int at = line(key);
                throw new TemplateException(
                        name + ":" + at + ": " + key.getValue() + " is a duplicate key");
            }
        }
        if (fields.size() == 1) {
            String only = fields.keySet().iterator().next();
            if (UNPREFIXED.contains(only) || only.startsWith("Fn::")) {
                return new TemplateValue.Call(only, fields.values().iterator().next(), line);
            }
        }
        return new TemplateValue.Fields(fields, line);
    }

    private static Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(text);
        }
        if (node.getTag().equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return Long.parseLong(text);
        }
        if (node.getTag().equals(Tag.FLOAT) && text.matches("-?[0-9]+\\.[0-9]+")) {
            return Double.parseDouble(text);
        }
        return node.getTag().equals(Tag.NULL) ? "" : text;
    }

    private static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
