package io.parler.postconversion.aws;

import io.parler.postconversion.Fingerprint;
import io.parler.postconversion.IdempotencyKey;
import io.parler.postconversion.Outage;
import io.parler.postconversion.Requests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The table Requests. `claimedAt` is the fence: who holds a claim writes only while it is his.
final class DynamoRequests implements Requests {
    private static final String IN_FLIGHT = "in-flight";
    private static final String ACCEPTED = "accepted";
    private static final String RELEASED = "released";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    /// An item of the table.
    private record Entry(String requestHash, UUID id, String state, Instant claimedAt) {
        static Entry of(Map<String, AttributeValue> item) {
            return new Entry(
                    attribute(item, "requestHash").s(),
                    UUID.fromString(attribute(item, "conversionId").s()),
                    attribute(item, "state").s(),
                    Instant.ofEpochMilli(Long.parseLong(attribute(item, "claimedAt").n())));
        }

        private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
            return Objects.requireNonNull(item.get(name), name);
        }
    }

    DynamoRequests(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Claim claim(IdempotencyKey key, Fingerprint request, UUID newId) {
        // Milliseconds are what is stored, so what is compared.
        Instant now = Instant.ofEpochMilli(clock.millis());
        try {
            return put(key, request, newId, now)
                    ? new Claim.Granted(newId, now)
                    : claimKnown(key, request, now);
        } catch (SdkException e) {
            throw new Outage("table Requests", e);
        }
    }

    /// False when the key is known. One that expired is not, though DynamoDB may not have
    /// removed it yet: it takes up to days.
    private boolean put(IdempotencyKey key, Fingerprint request, UUID id, Instant now) {
        try {
            dynamo.putItem(
                    put ->
                            put.tableName(table)
                                    .item(
                                            Map.of(
                                                    "idempotencyKey", text(key.hash().hex()),
                                                    "requestHash", text(request.hex()),
                                                    "conversionId", text(id.toString()),
                                                    "state", text(IN_FLIGHT),
                                                    "claimedAt", number(now.toEpochMilli()),
                                                    "expiresAt",
                                                            number(
                                                                    now.plus(REMEMBERED)
                                                                            .getEpochSecond())))
                                    .conditionExpression(
                                            "attribute_not_exists(idempotencyKey)"
                                                    + " OR expiresAt <= :now")
                                    .expressionAttributeValues(
                                            Map.of(":now", number(now.getEpochSecond()))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private Claim claimKnown(IdempotencyKey key, Fingerprint request, Instant now) {
        Map<String, AttributeValue> entry =
                dynamo.getItem(get -> get.tableName(table).key(key(key)).consistentRead(true))
                        .item();
        if (entry.isEmpty()) {
            return new Claim.InFlight(); // it expired between the two calls: the retry finds out
        }
        Entry known = Entry.of(entry);
        if (!known.requestHash().equals(request.hex())) {
            return new Claim.OtherRequest();
        }
        if (known.state().equals(ACCEPTED)) {
            return new Claim.AlreadyAccepted(known.id());
        }
        boolean free =
                known.state().equals(RELEASED) || known.claimedAt().plus(ABANDONED).isBefore(now);
        return free && change(key, known.state(), known.claimedAt(), IN_FLIGHT, now)
                ? new Claim.Granted(known.id(), now)
                : new Claim.InFlight();
    }

    @Override
    public void accepted(IdempotencyKey key, Claim.Granted claim) {
        settle(key, claim, ACCEPTED);
    }

    @Override
    public void released(IdempotencyKey key, Claim.Granted claim) {
        settle(key, claim, RELEASED);
    }

    /// Does nothing when the claim was taken over: then its new holder settles it.
    private void settle(IdempotencyKey key, Claim.Granted claim, String state) {
        try {
            boolean _ = change(key, IN_FLIGHT, claim.since(), state, claim.since());
        } catch (SdkException e) {
            throw new Outage("table Requests", e);
        }
    }

    private boolean change(
            IdempotencyKey key, String from, Instant since, String to, Instant claimedAt) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(key))
                                    .updateExpression("SET #state = :to, claimedAt = :at")
                                    .conditionExpression("#state = :from AND claimedAt = :since")
                                    .expressionAttributeNames(Map.of("#state", "state"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":from", text(from),
                                                    ":to", text(to),
                                                    ":since", number(since.toEpochMilli()),
                                                    ":at", number(claimedAt.toEpochMilli()))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
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
}
