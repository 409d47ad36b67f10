package io.parler.postconversion.aws;

import io.parler.postconversion.Outage;
import io.parler.postconversion.Quotas;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The table Quotas: an item for each account and month, and a marker for each conversion counted.
final class DynamoQuotas implements Quotas {
    /// A month is looked at while it lasts, and kept a year for questions.
    private static final Duration MONTHS_KEPT = Duration.ofDays(400);

    /// A queue keeps a message 14 days, its dead-letter queue as long again: none comes later.
    private static final Duration MARKERS_KEPT = Duration.ofDays(40);

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoQuotas(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public long used(String accountId, YearMonth month) {
        try {
            Map<String, AttributeValue> item =
                    dynamo.getItem(get -> get.tableName(table).key(month(accountId, month))).item();
            AttributeValue characters = item.get("characters");
            return characters == null ? 0 : Long.parseLong(characters.n());
        } catch (SdkException e) {
            throw new Outage("table Quotas", e);
        }
    }

    @Override
    public boolean count(UUID conversionId, String accountId, YearMonth month, long characters) {
        try {
            List<TransactWriteItem> items =
                    List.of(
                            TransactWriteItem.builder().put(marker(conversionId)).build(),
                            TransactWriteItem.builder()
                                    .update(addition(month(accountId, month), characters))
                                    .build());
            dynamo.transactWriteItems(transaction -> transaction.transactItems(items));
            return true;
        } catch (TransactionCanceledException e) {
            if (isCounted(e)) {
                return false;
            }
            throw new Outage("table Quotas", e);
        } catch (SdkException e) {
            throw new Outage("table Quotas", e);
        }
    }

    private Put marker(UUID conversionId) {
        return Put.builder()
                .tableName(table)
                .item(
                        Map.of(
                                "id", AttributeValue.fromS("counted#" + conversionId),
                                "expiresAt", expiry(MARKERS_KEPT)))
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
                                ":expiry", expiry(MONTHS_KEPT)))
                .build();
    }

    /// The marker's condition is the first reason; a conflict with another write is none.
    private static boolean isCounted(TransactionCanceledException e) {
        return e.hasCancellationReasons()
                && "ConditionalCheckFailed".equals(e.cancellationReasons().getFirst().code());
    }

    private static Map<String, AttributeValue> month(String accountId, YearMonth month) {
        return Map.of("id", AttributeValue.fromS("used#" + accountId + "#" + month));
    }

    private AttributeValue expiry(Duration kept) {
        return AttributeValue.fromN(Long.toString(clock.instant().plus(kept).getEpochSecond()));
    }
}
