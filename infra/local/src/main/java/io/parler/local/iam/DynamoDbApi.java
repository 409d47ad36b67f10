package io.parler.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// DynamoDB: an action on a table or one of its indexes.
final class DynamoDbApi extends JsonApi {
    private static final Set<String> BATCHES = Set.of("BatchGetItem", "BatchWriteItem");

    /// The actions within a transaction, by the name of its entry.
    private static final Map<String, String> ENTRIES =
            Map.of(
                    "Get", "GetItem",
                    "Put", "PutItem",
                    "Update", "UpdateItem",
                    "Delete", "DeleteItem",
                    "ConditionCheck", "ConditionCheckItem");

    private final Arns arns;

    DynamoDbApi(Arns arns) {
        super("1.0", "com.amazon.coral.service#");
        this.arns = arns;
    }

    @Override
    List<Permission> needed(String action, JsonNode input) {
        List<Permission> needed = new ArrayList<>();
        if (BATCHES.contains(action)) {
            input.path("RequestItems")
                    .fieldNames()
                    .forEachRemaining(table -> needed.add(on(action, table)));
        } else if (action.startsWith("Transact")) {
            for (JsonNode item : input.path("TransactItems")) {
                for (Map.Entry<String, JsonNode> entry : item.properties()) {
                    String table = entry.getValue().path("TableName").asText();
                    needed.add(on(ENTRIES.getOrDefault(entry.getKey(), entry.getKey()), table));
                }
            }
        } else if (input.has("TableName")) {
            String index = input.path("IndexName").asText();
            String table = input.path("TableName").asText();
            needed.add(on(action, index.isEmpty() ? table : table + "/index/" + index));
        }
        return needed;
    }

    private Permission on(String action, String table) {
        String arn = table.startsWith("arn:") ? table : arns.of("dynamodb", "table/" + table);
        return new Permission("dynamodb:" + action, arn);
    }
}
