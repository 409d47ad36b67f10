package io.parler.e2e.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads YAML as a tree. Short forms of CloudFormation are expanded: `!Ref X` is `{Ref: X}`.
public final class YamlReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private YamlReader() {}

    public static JsonNode read(Path file) {
        return JSON.valueToTree(
                new org.yaml.snakeyaml.Yaml(new ShortForms()).load(ProjectFiles.read(file)));
    }

    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new LongForm());
            // 2010-09-09 is a template's version, not a day.
            yamlConstructors.put(Tag.TIMESTAMP, yamlConstructors.get(Tag.STR));
        }

        private final class LongForm extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String tag = node.getTag().getValue().substring(1);
                String name = tag.equals("Ref") || tag.equals("Condition") ? tag : "Fn::" + tag;
                return switch (node) {
                    case ScalarNode scalar -> Map.of(name, scalar.getValue());
                    case SequenceNode sequence -> Map.of(name, constructSequence(sequence));
                    case MappingNode mapping -> Map.of(name, constructMapping(mapping));
                    default -> throw new IllegalArgumentException("what is " + node);
                };
            }
        }
    }
}
