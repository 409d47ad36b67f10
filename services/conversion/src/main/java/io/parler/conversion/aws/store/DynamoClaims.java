package io.parler.conversion.aws.store;

import io.parler.conversion.chunk.ChunkKey;
import io.parler.conversion.chunk.Claims;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Stores claims in the table `Claims`: one item for each chunk that is being synthesized.
public final class DynamoClaims implements Claims {
    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration ttl;
    private final InstantSource clock;

    public DynamoClaims(DynamoDbClient dynamo, String table, Duration ttl, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.ttl = ttl;
        this.clock = clock;
    }

    @Override
    public Duration ttl() {
        return ttl;
    }

    /// An expired claim does not count: DynamoDB may take days to remove it.
    @Override
    public boolean take(ChunkKey key, Owner owner) {
        Instant now = clock.instant();
        try {
            dynamo.putItem(
                    put ->
                            put.tableName(table)
                                    .item(
                                            Map.of(
                                                    "chunk", text(key.name()),
                                                    "claimedBy", text(owner),
                                                    "expiresAt", seconds(now.plus(ttl))))
                                    .conditionExpression(
                                            "attribute_not_exists(chunk) OR claimedBy = :owner"
                                                    + " OR expiresAt <= :now")
                                    .expressionAttributeValues(
                                            Map.of(":owner", text(owner), ":now", seconds(now))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    /// Does nothing if another run has the claim by now.
    @Override
    public void release(ChunkKey key, Owner owner) {
        try {
            dynamo.deleteItem(
                    delete ->
                            delete.tableName(table)
                                    .key(Map.of("chunk", text(key.name())))
                                    .conditionExpression("claimedBy = :owner")
                                    .expressionAttributeValues(Map.of(":owner", text(owner))));
        } catch (ConditionalCheckFailedException e) {
            // It expired, and was removed or taken by another run.
        }
    }

    private static AttributeValue text(Owner owner) {
        return text(owner.conversion() + " " + owner.run());
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue seconds(Instant time) {
        return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
    }
}
