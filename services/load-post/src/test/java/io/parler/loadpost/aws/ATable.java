package io.parler.loadpost.aws;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// A new table under the endpoint that `-Dparler.dynamodb` names.
record ATable(DynamoDbClient dynamo, String name) {
    static ATable withKey(String key) {
        DynamoDbClient dynamo =
                DynamoDbClient.builder()
                        .endpointOverride(URI.create(System.getProperty("parler.dynamodb")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("any", "any")))
                        .build();
        String name = "table-" + UUID.randomUUID();
        List<AttributeDefinition> attributes =
                List.of(
                        AttributeDefinition.builder()
                                .attributeName(key)
                                .attributeType(ScalarAttributeType.S)
                                .build());
        List<KeySchemaElement> keys =
                List.of(
                        KeySchemaElement.builder()
                                .attributeName(key)
                                .keyType(KeyType.HASH)
                                .build());
        dynamo.createTable(
                table ->
                        table.tableName(name)
                                .billingMode(BillingMode.PAY_PER_REQUEST)
                                .attributeDefinitions(attributes)
                                .keySchema(keys));
        return new ATable(dynamo, name);
    }
}
