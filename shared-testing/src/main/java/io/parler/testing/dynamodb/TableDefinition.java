package io.parler.testing.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/// The keys and indexes of one table in a template.
final class TableDefinition {
    /// Properties without effect on the responses of a table.
    private static final Set<String> IGNORED =
            Set.of(
                    "BillingMode",
                    "TimeToLiveSpecification",
                    "PointInTimeRecoverySpecification",
                    "SSESpecification",
                    "Tags");

    private static final Set<String> READ =
            Set.of("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes");

    private final Map<String, Node> properties;

    private TableDefinition(Map<String, Node> properties) {
        for (String name : properties.keySet()) {
            if (!IGNORED.contains(name) && !READ.contains(name)) {
                throw new IllegalArgumentException("a table's " + name + " is not supported");
            }
        }
        this.properties = properties;
    }

    static TableDefinition read(Path template, String logicalId) {
        try {
            return parse(Files.readString(template), logicalId);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TableDefinition parse(String template, String logicalId) {
        Node root =
                new Compose(LoadSettings.builder().build()).composeString(template).orElseThrow();
        Map<String, Node> table = map(get(map(get(map(root), "Resources")), logicalId));
        if (!text(get(table, "Type")).equals("AWS::DynamoDB::Table")) {
            throw new IllegalArgumentException(logicalId + " is no table");
        }
        return new TableDefinition(map(get(table, "Properties")));
    }

    CreateTableRequest request(String name) {
        CreateTableRequest.Builder request =
                CreateTableRequest.builder()
                        .tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(attributes())
                        .keySchema(keys(properties));
        Node indexes = properties.get("GlobalSecondaryIndexes");
        if (indexes != null) {
            request.globalSecondaryIndexes(
                    list(indexes).stream().map(index -> index(map(index))).toList());
        }
        return request.build();
    }

    private List<AttributeDefinition> attributes() {
        return list(get(properties, "AttributeDefinitions")).stream()
                .map(TableDefinition::map)
                .map(
                        attribute ->
                                AttributeDefinition.builder()
                                        .attributeName(text(get(attribute, "AttributeName")))
                                        .attributeType(text(get(attribute, "AttributeType")))
                                        .build())
                .toList();
    }

    private static List<KeySchemaElement> keys(Map<String, Node> tableOrIndex) {
        return list(get(tableOrIndex, "KeySchema")).stream()
                .map(TableDefinition::map)
                .map(
                        key ->
                                KeySchemaElement.builder()
                                        .attributeName(text(get(key, "AttributeName")))
                                        .keyType(text(get(key, "KeyType")))
                                        .build())
                .toList();
    }

    private static GlobalSecondaryIndex index(Map<String, Node> index) {
        Map<String, Node> projection = map(get(index, "Projection"));
        Projection.Builder attributes =
                Projection.builder().projectionType(text(get(projection, "ProjectionType")));
        Node included = projection.get("NonKeyAttributes");
        if (included != null) {
            attributes.nonKeyAttributes(
                    list(included).stream().map(TableDefinition::text).toList());
        }
        return GlobalSecondaryIndex.builder()
                .indexName(text(get(index, "IndexName")))
                .keySchema(keys(index))
                .projection(attributes.build())
                .build();
    }

    private static Node get(Map<String, Node> map, String name) {
        Node node = map.get(name);
        if (node == null) {
            throw new IllegalArgumentException(name + " is missing beside " + map.keySet());
        }
        return node;
    }

    private static Map<String, Node> map(Node node) {
        Map<String, Node> map = new LinkedHashMap<>();
        for (NodeTuple entry : ((MappingNode) node).getValue()) {
            map.put(text(entry.getKeyNode()), entry.getValueNode());
        }
        return map;
    }

    private static List<Node> list(Node node) {
        return new ArrayList<>(((SequenceNode) node).getValue());
    }

    /// A plain value: what an intrinsic function gives (`!Ref`) is not known here.
    private static String text(Node node) {
        if (!(node instanceof ScalarNode scalar)
                || !node.getTag().getValue().startsWith("tag:yaml.org,2002:")) {
            throw new IllegalArgumentException(node.getTag() + " is not supported in a table");
        }
        return scalar.getValue();
    }
}
