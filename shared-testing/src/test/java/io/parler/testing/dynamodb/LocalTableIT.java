package io.parler.testing.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class LocalTableIT {
    private static final Map<String, AttributeValue> ITEM =
            Map.of(
                    "account", AttributeValue.fromS("a"),
                    "id", AttributeValue.fromS("1"),
                    "state", AttributeValue.fromS("new"),
                    "text", AttributeValue.fromS("not in the index"));

    @RegisterExtension final LocalTable table = LocalTable.of("src/test/table.yaml", "Orders");

    @Test
    void itHasTheKeysOfTheTemplate() {
        TableDescription description =
                table.client().describeTable(describe -> describe.tableName(table.name())).table();

        assertThat(description.keySchema())
                .extracting(KeySchemaElement::attributeName)
                .containsExactly("account", "id");
    }

    @Test
    void itHasTheIndexesOfTheTemplate() {
        put();

        QueryResponse found =
                table.client()
                        .query(
                                query ->
                                        query.tableName(table.name())
                                                .indexName("ByState")
                                                .keyConditionExpression("#state = :state")
                                                .expressionAttributeNames(Map.of("#state", "state"))
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":state",
                                                                AttributeValue.fromS("new"))));

        assertThat(found.items()).hasSize(1);
        assertThat(found.items().getFirst()).containsOnlyKeys("account", "id", "state");
    }

    @Test
    void conditionsAreEvaluated() {
        put();

        assertThatThrownBy(this::put).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(table.items()).containsExactly(ITEM);
    }

    @Test
    void requestsAreRecorded() {
        table.client()
                .getItem(
                        get ->
                                get.tableName(table.name())
                                        .key(
                                                Map.of(
                                                        "account", AttributeValue.fromS("a"),
                                                        "id", AttributeValue.fromS("1")))
                                        .consistentRead(true));

        assertThat(table.requests(GetItemRequest.class))
                .singleElement()
                .matches(GetItemRequest::consistentRead);
    }

    @Test
    void aDroppedTableAnswersNothing() {
        table.drop();

        assertThatThrownBy(this::put).isInstanceOf(ResourceNotFoundException.class);
    }

    private void put() {
        table.client()
                .putItem(
                        put ->
                                put.tableName(table.name())
                                        .item(ITEM)
                                        .conditionExpression("attribute_not_exists(id)"));
    }
}
