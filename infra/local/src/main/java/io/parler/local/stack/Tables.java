package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.local.template.NotSupported;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// AWS::DynamoDB::Table.
final class Tables {
    private final AwsApi api;
    private final URI dynamoDb;

    Tables(AwsApi api, URI dynamoDb) {
        this.api = api;
        this.dynamoDb = dynamoDb;
    }

    Made make(String name, Properties properties) {
        JsonNode indexes = properties.list("GlobalSecondaryIndexes");
        ObjectNode create = AwsApi.JSON.createObjectNode().put("TableName", name);
        create.put("BillingMode", "PAY_PER_REQUEST");
        create.set("KeySchema", properties.list("KeySchema"));
        create.set("AttributeDefinitions", properties.list("AttributeDefinitions"));
        if (indexes.isArray()) {
            create.set("GlobalSecondaryIndexes", indexes);
        }
        try {
            call("CreateTable", create);
        } catch (AwsApi.AwsError e) {
            if (!e.is("ResourceInUse")) {
                throw e;
            }
            keep(name, properties, create);
        }
        Properties ttl = properties.under("TimeToLiveSpecification");
        if (ttl.text("Enabled").orElse("false").equals("true")) {
            expire(name, ttl.requiredText("AttributeName"));
        }
        String arn = describe(name).path("TableArn").asText();
        return new Made(name, Map.of("Arn", arn));
    }

    /// A table's keys can't be changed, only its data left behind.
    private void keep(String name, Properties properties, ObjectNode wanted) {
        JsonNode table = describe(name);
        if (!keys(table.path("KeySchema")).equals(keys(wanted.path("KeySchema")))
                || !indexes(table).equals(indexes(wanted))) {
            throw new NotSupported(
                    properties.where()
                            + ": the stored table has other keys or indexes; start empty once");
        }
    }

    private void expire(String name, String attribute) {
        ObjectNode update = AwsApi.JSON.createObjectNode().put("TableName", name);
        update.putObject("TimeToLiveSpecification")
                .put("AttributeName", attribute)
                .put("Enabled", true);
        try {
            call("UpdateTimeToLive", update);
        } catch (AwsApi.AwsError e) {
            if (!e.says("already enabled")) {
                throw e;
            }
        }
    }

    private JsonNode describe(String name) {
        return call("DescribeTable", AwsApi.JSON.createObjectNode().put("TableName", name))
                .path("Table");
    }

    private static Set<String> keys(JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        schema.forEach(
                k -> keys.add(k.path("KeyType").asText() + " " + k.path("AttributeName").asText()));
        return keys;
    }

    private static Set<String> indexes(JsonNode table) {
        Set<String> indexes = new TreeSet<>();
        table.path("GlobalSecondaryIndexes")
                .forEach(
                        i -> indexes.add(i.path("IndexName").asText() + keys(i.path("KeySchema"))));
        return indexes;
    }

    private JsonNode call(String action, ObjectNode body) {
        return api.json(dynamoDb, "dynamodb", "DynamoDB_20120810." + action, body);
    }
}
