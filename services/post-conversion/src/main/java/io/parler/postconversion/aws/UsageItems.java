package io.parler.postconversion.aws;

import io.parler.id.AccountId;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.StoredReservation;
import io.parler.postconversion.usage.UsageChange;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// The items of the table Quotas, and the writes of one change to them.
record UsageItems(String table, Instant now) {
    /// Billed or reserved; before there were reservations, billed.
    static final String USED = "characters";

    static final String RESERVED = "reserved";

    /// One attribute for each voice service.
    static final String SERVICE_CHARACTERS = "characters:";

    static final String SERVICE_COST = "cost:";

    /// Needed while the month lasts; a year longer for questions.
    private static final Duration MONTH_TTL = Duration.ofDays(400);

    /// A queue stores a message for 14 days, and so does its dead-letter queue: none comes later.
    private static final Duration CONVERSION_TTL = Duration.ofDays(40);

    static Map<String, AttributeValue> month(AccountId account, YearMonth month) {
        return key("used#" + account.storageKey() + "#" + month);
    }

    static Map<String, AttributeValue> installation(YearMonth month) {
        return key("installation#" + month);
    }

    static Map<String, AttributeValue> conversion(UUID id) {
        return key("counted#" + id);
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    static long number(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }

    /// An item without a state was counted before there were reservations.
    static StoredReservation reservation(Map<String, AttributeValue> item) {
        if (!item.containsKey("state")) {
            return new StoredReservation(
                    AccountId.OWNER, YearMonth.of(1970, 1), 0, 0, StoredReservation.State.SETTLED);
        }
        return new StoredReservation(
                AccountId.of(text(item, "account")),
                YearMonth.parse(text(item, "month")),
                number(item, "characters"),
                number(item, "accountCap"),
                StoredReservation.State.valueOf(text(item, "state").toUpperCase(Locale.ROOT)),
                item.containsKey("quoted")
                        ? OptionalLong.of(number(item, "quoted"))
                        : OptionalLong.empty());
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), name).s();
    }

    /// The reservation, the month of its account, and the month of the installation.
    List<TransactWriteItem> writes(UsageChange change) {
        YearMonth month = change.after().month();
        Map<String, AttributeValue> account = month(change.after().account(), month);
        return List.of(
                TransactWriteItem.builder().put(put(change)).build(),
                update(account, change, change.caps().map(caps -> caps.account()).orElse(null)),
                update(
                        installation(month),
                        change,
                        change.caps().map(caps -> caps.installation()).orElse(null)));
    }

    private Put put(UsageChange change) {
        StoredReservation after = change.after();
        Map<String, AttributeValue> item = new HashMap<>(conversion(change.conversion()));
        item.put("account", AttributeValue.fromS(after.account().value()));
        item.put("month", AttributeValue.fromS(after.month().toString()));
        item.put("characters", number(after.characters()));
        item.put("accountCap", number(after.accountCap()));
        item.put("state", state(after));
        after.quoted().ifPresent(quoted -> item.put("quoted", number(quoted)));
        // A quoted one may wait for its start during a pause of its collection.
        item.put("expiresAt", expiry(after.quoted().isPresent() ? MONTH_TTL : CONVERSION_TTL));
        Put.Builder put = Put.builder().tableName(table).item(item);
        if (change.before().isEmpty()) {
            return put.conditionExpression("attribute_not_exists(id)").build();
        }
        StoredReservation before = change.before().get();
        return put.conditionExpression("#state = :state AND characters = :characters")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(
                        Map.of(
                                ":state", state(before),
                                ":characters", number(before.characters())))
                .build();
    }

    /// An expression can't add, so the condition has the cap without the new characters.
    private TransactWriteItem update(
            Map<String, AttributeValue> key, UsageChange change, @Nullable Long cap) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":used", number(change.used()));
        values.put(":reserved", number(change.reserved()));
        values.put(":expiry", expiry(MONTH_TTL));
        Map<String, String> names = new HashMap<>();
        StringBuilder additions = new StringBuilder("ADD characters :used, reserved :reserved");
        change.bill().ifPresent(bill -> additions.append(addition(bill, names, values)));
        Update.Builder update =
                Update.builder()
                        .tableName(table)
                        .key(key)
                        .updateExpression(additions + " SET expiresAt = :expiry");
        if (cap != null) {
            long max = cap - change.used();
            values.put(":max", number(max));
            update.conditionExpression(
                            max < 0
                                    ? "characters <= :max"
                                    : "attribute_not_exists(characters) OR characters <= :max")
                    .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        if (!names.isEmpty()) {
            update.expressionAttributeNames(names);
        }
        return TransactWriteItem.builder()
                .update(update.expressionAttributeValues(values).build())
                .build();
    }

    private static String addition(
            Bill bill, Map<String, String> names, Map<String, AttributeValue> values) {
        names.put("#billed", SERVICE_CHARACTERS + bill.service());
        names.put("#cost", SERVICE_COST + bill.service());
        values.put(":billed", number(bill.characters()));
        values.put(":cost", AttributeValue.fromN(bill.cost().toPlainString()));
        return ", #billed :billed, #cost :cost";
    }

    private static AttributeValue state(StoredReservation reservation) {
        return AttributeValue.fromS(reservation.state().name().toLowerCase(Locale.ROOT));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private AttributeValue expiry(Duration ttl) {
        return AttributeValue.fromN(Long.toString(now.plus(ttl).getEpochSecond()));
    }
}
