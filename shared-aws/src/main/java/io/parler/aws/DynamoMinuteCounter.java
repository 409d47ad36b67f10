package io.parler.aws;

import io.parler.rate.MinuteCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Counts in a table with the key `id`: one item for each account and minute, which expires.
public final class DynamoMinuteCounter implements MinuteCounter {
    private static final Duration TTL = Duration.ofHours(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoMinuteCounter(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean count(String account, Instant minute, long max) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(
                                            Map.of(
                                                    "id",
                                                    AttributeValue.fromS(
                                                            "minute#" + account + "#" + minute)))
                                    .updateExpression("ADD calls :one SET expiresAt = :expiry")
                                    .conditionExpression(
                                            "attribute_not_exists(calls) OR calls < :max")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":one", number(1),
                                                    ":max", number(max),
                                                    ":expiry",
                                                            number(
                                                                    minute.plus(TTL)
                                                                            .getEpochSecond()))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
