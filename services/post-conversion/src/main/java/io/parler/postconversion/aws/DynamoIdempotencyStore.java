package io.parler.postconversion.aws;

import io.parler.postconversion.Fingerprint;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.IdempotencyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// The table Requests. `claimedAt` is the fencing token: a claim is settled only while it is the
/// latest.
final class DynamoIdempotencyStore implements IdempotencyStore {
    private static final String IN_FLIGHT = "in-flight";
    private static final String ACCEPTED = "accepted";
    private static final String RELEASED = "released";

    /// A key that is new, or whose request failed or was left by a crash.
    private static final String IS_FREE =
            "attribute_not_exists(idempotencyKey)"
                    + " OR (expiresAt > :now AND requestHash = :request"
                    + " AND (#state = :released"
                    + " OR (#state = :inFlight AND claimedAt < :abandoned)))";

    /// The item is still the one that was read.
    private static final String IS_UNCHANGED = "#state = :oldState AND claimedAt = :oldClaimedAt";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoIdempotencyStore(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// One call, but for a key that has expired: DynamoDB removes it only after days.
    @Override
    public Claim claim(IdempotencyKey key, Fingerprint request, UUID newId) {
        // Stored, and so compared, in milliseconds.
        Instant now = Instant.ofEpochMilli(clock.millis());
        try {
            return new Claim.Granted(claimFree(key, request, newId, now), now);
        } catch (ConditionalCheckFailedException e) {
            return claimHeld(Item.of(e.item()), key, request, newId, now);
        }
    }

    /// Returns the id that the key stands for: a request that failed keeps its id and its expiry.
    private UUID claimFree(IdempotencyKey key, Fingerprint request, UUID newId, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(claimed(request, newId, now));
        values.put(":released", text(RELEASED));
        values.put(":now", number(now.getEpochSecond()));
        values.put(":abandoned", number(now.minus(MAX_IN_FLIGHT).toEpochMilli()));
        return Item.of(
                        dynamo.updateItem(
                                        update ->
                                                update.tableName(table)
                                                        .key(key(key))
                                                        .updateExpression(
                                                                "SET requestHash = :request,"
                                                                        + " #state = :inFlight,"
                                                                        + " claimedAt = :claimedAt,"
                                                                        + " conversionId ="
                                                                        + " if_not_exists("
                                                                        + "conversionId, :id),"
                                                                        + " expiresAt ="
                                                                        + " if_not_exists("
                                                                        + "expiresAt, :expiresAt)")
                                                        .conditionExpression(IS_FREE)
                                                        .expressionAttributeNames(
                                                                Map.of("#state", "state"))
                                                        .expressionAttributeValues(values)
                                                        .returnValues(ReturnValue.ALL_NEW)
                                                        .returnValuesOnConditionCheckFailure(
                                                                ReturnValuesOnConditionCheckFailure
                                                                        .ALL_OLD))
                                .attributes())
                .id();
    }

    private Claim claimHeld(
            Item held, IdempotencyKey key, Fingerprint request, UUID newId, Instant now) {
        if (held.isExpired(now)) {
            return replace(held, key, request, newId, now)
                    ? new Claim.Granted(newId, now)
                    : new Claim.InFlight();
        }
        if (!held.requestHash().equals(request.hex())) {
            return new Claim.OtherRequest();
        }
        return held.state().equals(ACCEPTED)
                ? new Claim.AlreadyAccepted(held.id())
                : new Claim.InFlight();
    }

    private boolean replace(
            Item expired, IdempotencyKey key, Fingerprint request, UUID newId, Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(claimed(request, newId, now));
        values.putAll(unchanged(expired.state(), expired.claimedAt()));
        return update(
                key,
                "SET requestHash = :request, #state = :inFlight, claimedAt = :claimedAt,"
                        + " conversionId = :id, expiresAt = :expiresAt",
                values);
    }

    @Override
    public void confirm(IdempotencyKey key, Claim.Granted claim) {
        settle(key, claim, ACCEPTED);
    }

    @Override
    public void release(IdempotencyKey key, Claim.Granted claim) {
        settle(key, claim, RELEASED);
    }

    private void settle(IdempotencyKey key, Claim.Granted claim, String state) {
        Map<String, AttributeValue> values = new HashMap<>(unchanged(IN_FLIGHT, claim.since()));
        values.put(":state", text(state));
        boolean _ = update(key, "SET #state = :state", values);
    }

    /// False when the item has changed.
    private boolean update(
            IdempotencyKey key, String expression, Map<String, AttributeValue> values) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(key))
                                    .updateExpression(expression)
                                    .conditionExpression(IS_UNCHANGED)
                                    .expressionAttributeNames(Map.of("#state", "state"))
                                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private static Map<String, AttributeValue> claimed(Fingerprint request, UUID id, Instant now) {
        return Map.of(
                ":request", text(request.hex()),
                ":inFlight", text(IN_FLIGHT),
                ":claimedAt", number(now.toEpochMilli()),
                ":id", text(id.toString()),
                ":expiresAt", number(now.plus(TTL).getEpochSecond()));
    }

    private static Map<String, AttributeValue> unchanged(String state, Instant claimedAt) {
        return Map.of(":oldState", text(state), ":oldClaimedAt", number(claimedAt.toEpochMilli()));
    }

    private static Map<String, AttributeValue> key(IdempotencyKey key) {
        return Map.of("idempotencyKey", text(key.hash().hex()));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /// An item of the table.
    private record Item(
            String requestHash, UUID id, String state, Instant claimedAt, Instant expiresAt) {
        static Item of(Map<String, AttributeValue> item) {
            return new Item(
                    attribute(item, "requestHash").s(),
                    UUID.fromString(attribute(item, "conversionId").s()),
                    attribute(item, "state").s(),
                    Instant.ofEpochMilli(Long.parseLong(attribute(item, "claimedAt").n())),
                    Instant.ofEpochSecond(Long.parseLong(attribute(item, "expiresAt").n())));
        }

        private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
            return Objects.requireNonNull(item.get(name), name);
        }

        boolean isExpired(Instant now) {
            return expiresAt.getEpochSecond() <= now.getEpochSecond();
        }
    }
}
