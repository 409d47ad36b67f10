package io.parler.status.aws;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.http.Json;
import io.parler.status.Asked;
import io.parler.status.Conversion;
import io.parler.status.ConversionId;
import io.parler.status.Conversions;
import io.parler.status.Position;
import io.parler.status.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The table Conversions. What was asked for and how far it has come are written apart, so that
/// neither waits for the other; `attempt`, `rank` and `progress` are what the condition reads.
final class DynamoConversions implements Conversions {
    /// Within the ranks that are not final: a later attempt, a higher rank, more progress.
    private static final String OUTRANKED =
            "attribute_not_exists(#rank) OR (#rank < :final AND (attempt < :attempt"
                    + " OR (attempt = :attempt AND (#rank < :rank"
                    + " OR (#rank = :rank AND progress < :progress)))))";

    /// A final rank outranks every attempt of a lower rank.
    private static final String OUTRANKED_BY_FINAL =
            "attribute_not_exists(#rank) OR #rank < :rank"
                    + " OR (#rank = :rank AND attempt < :attempt)";

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoConversions(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Conversion> find(ConversionId id) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true))
                        .item();
        if (item.isEmpty()) {
            return Optional.empty();
        }
        StoredState state = read(item.get("state"), StoredState.class);
        return Optional.of(
                new Conversion(
                        id,
                        Optional.ofNullable(read(item.get("asked"), Asked.class)),
                        state == null ? new State.Queued() : state.state()));
    }

    private static <T> @Nullable T read(@Nullable AttributeValue json, Class<T> type) {
        if (json == null) {
            return null;
        }
        try {
            return Json.read(json.s(), type);
        } catch (JacksonException e) {
            throw new IllegalStateException("table Conversions holds what this can't read", e);
        }
    }

    @Override
    public void asked(ConversionId id, Asked asked) {
        dynamo.updateItem(
                update ->
                        update.tableName(table)
                                .key(key(id))
                                .updateExpression("SET asked = :asked, expiresAt = :expiry")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":asked",
                                                AttributeValue.fromS(Json.string(asked)),
                                                ":expiry",
                                                expiry(id))));
    }

    @Override
    public boolean reached(ConversionId id, State state) {
        Position position = state.position();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":state", AttributeValue.fromS(Json.string(StoredState.of(state))));
        values.put(":expiry", expiry(id));
        values.put(":attempt", number(position.attempt()));
        values.put(":rank", number(position.rank()));
        values.put(":progress", number(position.progress()));
        if (!position.isFinal()) {
            values.put(":final", number(Position.FIRST_FINAL));
        }
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(id))
                                    .updateExpression(
                                            "SET #state = :state, attempt = :attempt,"
                                                    + " #rank = :rank, progress = :progress,"
                                                    + " expiresAt = :expiry")
                                    .conditionExpression(
                                            position.isFinal() ? OUTRANKED_BY_FINAL : OUTRANKED)
                                    .expressionAttributeNames(
                                            Map.of("#state", "state", "#rank", "rank"))
                                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(ConversionId id) {
        return Map.of("id", AttributeValue.fromS(id.toString()));
    }

    /// Counted from the id, so that it is the same whatever is heard of last.
    private static AttributeValue expiry(ConversionId id) {
        return number(id.createdAt().plus(KEPT).getEpochSecond());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
