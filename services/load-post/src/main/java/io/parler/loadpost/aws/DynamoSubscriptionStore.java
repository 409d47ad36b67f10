package io.parler.loadpost.aws;

import static io.parler.loadpost.aws.SubscriptionItem.text;
import static io.parler.loadpost.aws.SubscriptionItem.time;

import io.parler.loadpost.follow.PollState;
import io.parler.loadpost.follow.Subscription;
import io.parler.loadpost.follow.SubscriptionId;
import io.parler.loadpost.follow.SubscriptionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Subscriptions in the table Subscriptions, each under its id. Further items have the ids of an
/// account's subscriptions, the subscription of a hook, and the leases.
final class DynamoSubscriptionStore implements SubscriptionStore {
    static final String DUE_INDEX = "due";

    private static final String IDS = "subscriptions";
    private static final String EXISTS = "attribute_exists(id)";

    /// For the table's TTL; a lease is over before.
    private static final Duration LEASE_TTL = Duration.ofHours(1);

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoSubscriptionStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The id goes into the account's list first: a subscription that isn't on it could not be
    /// deleted.
    @Override
    public boolean add(Subscription subscription, int limit) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(accountKey(subscription.account().storageKey()))
                                    .updateExpression("ADD " + IDS + " :id")
                                    .conditionExpression(
                                            "attribute_not_exists("
                                                    + IDS
                                                    + ") OR size("
                                                    + IDS
                                                    + ") < :limit")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":id", set(subscription.id()),
                                                    ":limit", SubscriptionItem.number(limit))));
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
        putHook(subscription);
        dynamo.putItem(put -> put.tableName(table).item(SubscriptionItem.of(subscription)));
        return true;
    }

    private void putHook(Subscription subscription) {
        Map<String, AttributeValue> item = new HashMap<>(hookKey(subscription.hookHash()));
        item.put("subscription", text(subscription.id().value()));
        dynamo.putItem(put -> put.tableName(table).item(item));
    }

    @Override
    public Optional<Subscription> get(SubscriptionId id) {
        return item(SubscriptionItem.key(id)).map(SubscriptionItem::subscription);
    }

    @Override
    public Optional<SubscriptionId> findByHook(String hookHash) {
        return item(hookKey(hookHash))
                .map(item -> new SubscriptionId(SubscriptionItem.string(item, "subscription")));
    }

    @Override
    public List<Subscription> list(String account) {
        return item(accountKey(account))
                .map(item -> item.get(IDS))
                .map(AttributeValue::ss)
                .orElse(List.of())
                .stream()
                .flatMap(id -> get(new SubscriptionId(id)).stream())
                .sorted(
                        Comparator.comparing(Subscription::createdAt)
                                .thenComparing(subscription -> subscription.id().value()))
                .toList();
    }

    @Override
    public boolean replace(Subscription subscription, String earlierHook, Optional<Instant> dueAt) {
        boolean hasNewHook = !subscription.hookHash().equals(earlierHook);
        if (hasNewHook) {
            putHook(subscription);
        }
        Map<String, Optional<AttributeValue>> attributes =
                new HashMap<>(SubscriptionItem.settings(subscription));
        dueAt.ifPresent(due -> attributes.put(SubscriptionItem.DUE_AT, Optional.of(time(due))));
        boolean replaced = update(subscription.id(), attributes);
        if (hasNewHook) {
            deleteHook(replaced ? earlierHook : subscription.hookHash());
        }
        return replaced;
    }

    @Override
    public void replacePolls(SubscriptionId id, PollState polls) {
        boolean _ = update(id, SubscriptionItem.polls(polls));
    }

    /// Sets attributes of a subscription, and removes the empty ones; false when it was deleted.
    private boolean update(SubscriptionId id, Map<String, Optional<AttributeValue>> attributes) {
        List<String> set = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        attributes.forEach(
                (name, value) -> {
                    names.put("#" + name, name);
                    if (value.isPresent()) {
                        values.put(":" + name, value.get());
                        set.add("#" + name + " = :" + name);
                    } else {
                        removed.add("#" + name);
                    }
                });
        String expression =
                "SET "
                        + String.join(", ", set)
                        + (removed.isEmpty() ? "" : " REMOVE " + String.join(", ", removed));
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(SubscriptionItem.key(id))
                                    .updateExpression(expression)
                                    .conditionExpression(EXISTS)
                                    .expressionAttributeNames(names)
                                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// The account's list comes last: an interrupted deletion can be repeated.
    @Override
    public void delete(Subscription subscription) {
        deleteHook(subscription.hookHash());
        dynamo.deleteItem(
                delete -> delete.tableName(table).key(SubscriptionItem.key(subscription.id())));
        dynamo.updateItem(
                update ->
                        update.tableName(table)
                                .key(accountKey(subscription.account().storageKey()))
                                .updateExpression("DELETE " + IDS + " :id")
                                .expressionAttributeValues(Map.of(":id", set(subscription.id()))));
    }

    private void deleteHook(String hash) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(hookKey(hash)));
    }

    @Override
    public List<SubscriptionId> due(Instant now, int limit) {
        return dynamo
                .query(
                        query ->
                                query.tableName(table)
                                        .indexName(DUE_INDEX)
                                        .keyConditionExpression("#polling = :on AND #due <= :now")
                                        .expressionAttributeNames(
                                                Map.of(
                                                        "#polling", SubscriptionItem.POLLING,
                                                        "#due", SubscriptionItem.DUE_AT))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":on", text(SubscriptionItem.ON),
                                                        ":now", time(now)))
                                        .limit(limit))
                .items()
                .stream()
                .map(item -> new SubscriptionId(SubscriptionItem.string(item, "id")))
                .toList();
    }

    @Override
    public boolean postpone(SubscriptionId id, Instant now, Instant dueAt) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(SubscriptionItem.key(id))
                                    .updateExpression("SET dueAt = :due")
                                    .conditionExpression(EXISTS + " AND dueAt <= :now")
                                    .expressionAttributeValues(
                                            Map.of(":due", time(dueAt), ":now", time(now))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public boolean lease(String name, Instant now, Instant until) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(leaseKey(name))
                                    .updateExpression("SET #until = :until, expiresAt = :expiry")
                                    .conditionExpression(
                                            "attribute_not_exists(id) OR #until <= :now")
                                    .expressionAttributeNames(Map.of("#until", "until"))
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":until", time(until),
                                                    ":now", time(now),
                                                    ":expiry",
                                                            SubscriptionItem.number(
                                                                    until.plus(LEASE_TTL)
                                                                            .getEpochSecond()))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public void release(String name) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(leaseKey(name)));
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private static Map<String, AttributeValue> accountKey(String account) {
        return Map.of("id", text("account#" + account));
    }

    private static Map<String, AttributeValue> hookKey(String hash) {
        return Map.of("id", text("hook#" + hash));
    }

    private static Map<String, AttributeValue> leaseKey(String name) {
        return Map.of("id", text("lease#" + name));
    }

    private static AttributeValue set(SubscriptionId id) {
        return AttributeValue.fromSs(List.of(id.value()));
    }
}
