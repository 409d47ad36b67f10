package io.parler.status.aws;

import com.fasterxml.jackson.core.JacksonException;
import io.parler.http.Json;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.status.Conversion;
import io.parler.status.ConversionStore;
import io.parler.status.RequestSummary;
import io.parler.status.State;
import io.parler.status.StateOrder;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Conversions in the table Conversions. The request and the state are written separately, so that
/// neither waits for the other; the condition reads `attempt`, `rank` and `progress`.
final class DynamoConversionStore implements ConversionStore {
    /// Before a state that is not final: an earlier attempt, a lower rank, less progress.
    private static final String IS_EARLIER =
            "attribute_not_exists(#rank) OR (#rank < :final AND (attempt < :attempt"
                    + " OR (attempt = :attempt AND (#rank < :rank"
                    + " OR (#rank = :rank AND progress < :progress)))))";

    /// Before a final state: a lower rank of any attempt.
    private static final String IS_EARLIER_THAN_FINAL =
            "attribute_not_exists(#rank) OR #rank < :rank"
                    + " OR (#rank = :rank AND attempt < :attempt)";

    /// The expiry of an item that stays.
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoConversionStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Conversion> get(ConversionId id) {
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
                        Optional.ofNullable(read(item.get("asked"), RequestSummary.class)),
                        titled(
                                state == null ? new State.Queued() : state.toDomain(),
                                item.get("ownTitle"))));
    }

    private static State titled(State state, @Nullable AttributeValue title) {
        return state instanceof State.Completed completed && title != null
                ? completed.titled(title.s())
                : state;
    }

    @Override
    public OptionalLong rename(ConversionId id, String title) {
        try {
            Map<String, AttributeValue> renamed =
                    dynamo.updateItem(
                                    update ->
                                            update.tableName(table)
                                                    .key(key(id))
                                                    .updateExpression(
                                                            "SET ownTitle = :title"
                                                                    + " ADD titleRevision :one")
                                                    .conditionExpression("#rank = :completed")
                                                    .expressionAttributeNames(
                                                            Map.of("#rank", "rank"))
                                                    .expressionAttributeValues(
                                                            Map.of(
                                                                    ":title",
                                                                    AttributeValue.fromS(title),
                                                                    ":one",
                                                                    number(1),
                                                                    ":completed",
                                                                    number(StateOrder.COMPLETED)))
                                                    .returnValues(ReturnValue.UPDATED_NEW))
                            .attributes();
            return OptionalLong.of(
                    Long.parseLong(Objects.requireNonNull(renamed.get("titleRevision")).n()));
        } catch (ConditionalCheckFailedException _) {
            return OptionalLong.empty();
        }
    }

    private static <T> @Nullable T read(@Nullable AttributeValue json, Class<T> type) {
        if (json == null) {
            return null;
        }
        try {
            return Json.read(json.s(), type);
        } catch (JacksonException e) {
            throw new IllegalStateException("an item of the table Conversions is invalid", e);
        }
    }

    /// Items from before there were accounts have it in their request only.
    @Override
    public Optional<AccountId> account(ConversionId id) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(key(id)).consistentRead(true))
                        .item();
        AttributeValue account = item.get("account");
        return account == null
                ? Optional.ofNullable(read(item.get("asked"), RequestSummary.class))
                        .map(request -> AccountId.of(request.accountId()))
                : Optional.of(AccountId.of(account.s()));
    }

    @Override
    public void put(ConversionId id, AccountId account) {
        dynamo.updateItem(
                update ->
                        update.tableName(table)
                                .key(key(id))
                                .updateExpression(
                                        "SET account = if_not_exists(account, :account),"
                                                + " expiresAt = if_not_exists(expiresAt, :expiry)")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":account",
                                                AttributeValue.fromS(account.value()),
                                                ":expiry",
                                                number(id.createdAt().plus(TTL)))));
    }

    @Override
    public void put(ConversionId id, RequestSummary request) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(id))
                                    .updateExpression(
                                            "SET asked = :asked,"
                                                    + " account = if_not_exists(account, :account),"
                                                    + " expiresAt ="
                                                    + " if_not_exists(expiresAt, :expiry)")
                                    .conditionExpression(
                                            "attribute_not_exists(#rank) OR #rank < :deleted")
                                    .expressionAttributeNames(Map.of("#rank", "rank"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":asked",
                                                    AttributeValue.fromS(Json.string(request)),
                                                    ":account",
                                                    AttributeValue.fromS(
                                                            AccountId.of(request.accountId())
                                                                    .value()),
                                                    ":expiry",
                                                    number(id.createdAt().plus(TTL)),
                                                    ":deleted",
                                                    number(StateOrder.DELETED))));
        } catch (ConditionalCheckFailedException e) {
            // It was deleted, and with it what was requested.
        }
    }

    @Override
    public boolean put(ConversionId id, State state) {
        StateOrder order = state.order();
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":state", AttributeValue.fromS(Json.string(StoredState.of(state))));
        values.put(":expiry", expiry(id, state));
        values.put(":attempt", number(order.attempt()));
        values.put(":rank", number(order.rank()));
        values.put(":progress", number(order.progress()));
        if (!order.isFinal()) {
            values.put(":final", number(StateOrder.FIRST_FINAL));
        }
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(id))
                                    .updateExpression(
                                            "SET #state = :state, attempt = :attempt,"
                                                    + " #rank = :rank, progress = :progress,"
                                                    + " expiresAt = :expiry"
                                                    + (state instanceof State.Deleted
                                                            ? " REMOVE asked, ownTitle"
                                                            : ""))
                                    .conditionExpression(
                                            order.isFinal() ? IS_EARLIER_THAN_FINAL : IS_EARLIER)
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

    /// By the id's time, so that it is the same for every event.
    private static AttributeValue expiry(ConversionId id, State state) {
        boolean stays = state instanceof State.Completed || state instanceof State.Deleted;
        return number(stays ? NEVER : id.createdAt().plus(TTL));
    }

    private static AttributeValue number(Instant time) {
        return number(time.getEpochSecond());
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
