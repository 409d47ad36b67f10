package io.parler.postconversion.aws;

import io.parler.postconversion.UsageStore;
import io.parler.problem.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The table Quotas: an item for each account and month, and a marker for each conversion that was
/// added.
final class DynamoUsageStore implements UsageStore {
    /// Needed while the month lasts; a year longer for questions.
    private static final Duration MONTH_TTL = Duration.ofDays(400);

    /// A queue stores a message for 14 days, and so does its dead-letter queue: none comes later.
    private static final Duration MARKER_TTL = Duration.ofDays(40);

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoUsageStore(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public long get(String accountId, YearMonth month) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(month(accountId, month))).item();
        AttributeValue characters = item.get("characters");
        return characters == null ? 0 : Long.parseLong(characters.n());
    }

    @Override
    public boolean add(UUID conversionId, String accountId, YearMonth month, long characters) {
        List<TransactWriteItem> items =
                List.of(
                        TransactWriteItem.builder().put(marker(conversionId)).build(),
                        TransactWriteItem.builder()
                                .update(addition(month(accountId, month), characters))
                                .build());
        try {
            dynamo.transactWriteItems(transaction -> transaction.transactItems(items));
            return true;
        } catch (TransactionCanceledException e) {
            if (wasAdded(e)) {
                return false;
            }
            throw new UnavailableException("table Quotas", e); // another write was faster
        }
    }

    private Put marker(UUID conversionId) {
        return Put.builder()
                .tableName(table)
                .item(
                        Map.of(
                                "id", AttributeValue.fromS("counted#" + conversionId),
                                "expiresAt", expiry(MARKER_TTL)))
                .conditionExpression("attribute_not_exists(id)")
                .build();
    }

    private Update addition(Map<String, AttributeValue> month, long characters) {
        return Update.builder()
                .tableName(table)
                .key(month)
                .updateExpression("ADD characters :more SET expiresAt = :expiry")
                .expressionAttributeValues(
                        Map.of(
                                ":more", AttributeValue.fromN(Long.toString(characters)),
                                ":expiry", expiry(MONTH_TTL)))
                .build();
    }

    /// The first reason belongs to the marker; a conflict with another write is another reason.
    private static boolean wasAdded(TransactionCanceledException e) {
        return e.hasCancellationReasons()
                && "ConditionalCheckFailed".equals(e.cancellationReasons().getFirst().code());
    }

    private static Map<String, AttributeValue> month(String accountId, YearMonth month) {
        return Map.of("id", AttributeValue.fromS("used#" + accountId + "#" + month));
    }

    private AttributeValue expiry(Duration ttl) {
        return AttributeValue.fromN(Long.toString(clock.instant().plus(ttl).getEpochSecond()));
    }
}
