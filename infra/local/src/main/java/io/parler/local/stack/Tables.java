package io.parler.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.local.template.TemplateException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Creates tables (AWS::DynamoDB::Table).
final class Tables {
    private final AwsClient api;
    private final URI dynamoDb;

    Tables(AwsClient api, URI dynamoDb) {
        this.api = api;
        this.dynamoDb = dynamoDb;
    }

    CreatedResource create(String name, ResourceProperties properties) {
        JsonNode indexes = properties.list("GlobalSecondaryIndexes");
        ObjectNode create = AwsClient.JSON.createObjectNode().put("TableName", name);
        create.put("BillingMode", "PAY_PER_REQUEST");
        create.set("KeySchema", properties.list("KeySchema"));
        create.set("AttributeDefinitions", properties.list("AttributeDefinitions"));
        if (indexes.isArray()) {
            create.set("GlobalSecondaryIndexes", indexes);
        }
        try {
            call("CreateTable", create);
        } catch (AwsClient.AwsError e) {
            if (!e.hasCode("ResourceInUse")) {
                throw e;
            }
            checkUnchanged(name, properties, create);
        }
        ResourceProperties ttl = properties.child("TimeToLiveSpecification");
        if (ttl.text("Enabled").orElse("false").equals("true")) {
            enableTtl(name, ttl.requiredText("AttributeName"));
        }
        // DynamoDB Local is in a region of its own.
        String arn =
                describe(name)
                        .path("TableArn")
                        .asText()
                        .replace(":ddblocal:", ":" + Endpoints.REGION + ":");
        return new CreatedResource(name, Map.of("Arn", arn));
    }

    /// The keys of an existing table can't be changed.
    private void checkUnchanged(String name, ResourceProperties properties, ObjectNode expected) {
        JsonNode table = describe(name);
        if (!keys(table.path("KeySchema")).equals(keys(expected.path("KeySchema")))
                || !indexes(table).equals(indexes(expected))) {
            throw new TemplateException(
                    properties.where()
                            + ": the existing table has other keys or indexes; start once with --fresh");
        }
    }

    private void enableTtl(String name, String attribute) {
        ObjectNode update = AwsClient.JSON.createObjectNode().put("TableName", name);
        update.putObject("TimeToLiveSpecification")
                .put("AttributeName", attribute)
                .put("Enabled", true);
        try {
            call("UpdateTimeToLive", update);
        } catch (AwsClient.AwsError e) {
            if (!e.mentions("already enabled")) {
                throw e;
            }
        }
    }

    private JsonNode describe(String name) {
        return call("DescribeTable", AwsClient.JSON.createObjectNode().put("TableName", name))
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
