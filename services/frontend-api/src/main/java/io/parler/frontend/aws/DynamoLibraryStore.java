package io.parler.frontend.aws;

import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Running;
import io.parler.frontend.LibraryPage;
import io.parler.frontend.LibraryStore;
import io.parler.frontend.Renaming;
import io.parler.id.ConversionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/// Entries in the table Library: partition `accountId`, sorted by `id`, which is by time. A deleted
/// entry leaves a tombstone, so that an event delivered again doesn't bring it back.
final class DynamoLibraryStore implements LibraryStore {
    private static final String IS_EARLIER =
            "attribute_not_exists(id) OR (attribute_not_exists(removedAt)"
                    + " AND (#rank < :rank OR (#rank = :rank AND #attempt < :attempt)))";
    private static final String IS_LISTED =
            "attribute_exists(id) AND attribute_not_exists(removedAt)";
    private static final String IS_NOT_DELETED = "attribute_not_exists(removedAt)";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoLibraryStore(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// Updates the item, so that the request in it stays.
    @Override
    public boolean put(LibraryEntry entry) {
        Map<String, AttributeValue> values = new HashMap<>(LibraryItem.end(entry));
        values.put("attempt", number(entry.attempt()));
        values.put("rank", number(entry.rank()));
        String remove =
                entry instanceof Completed
                        ? " REMOVE " + String.join(", ", LibraryItem.PROBLEM)
                        : "";
        return update(entry, values, "SET " + assignments(values.keySet()) + remove, IS_EARLIER);
    }

    @Override
    public boolean putRequest(Running running) {
        Map<String, AttributeValue> values = new HashMap<>(LibraryItem.request(running.request()));
        String stored = assignments(values.keySet());
        values.put("attempt", number(running.attempt()));
        values.put("rank", number(running.rank()));
        return update(
                running,
                values,
                "SET "
                        + stored
                        + ", #attempt = if_not_exists(#attempt, :attempt),"
                        + " #rank = if_not_exists(#rank, :rank)",
                IS_NOT_DELETED);
    }

    @Override
    public Renaming rename(String accountId, ConversionId id, String title, long revision) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(accountId, id))
                                    .updateExpression(
                                            "SET ownTitle = :title, titleRevision = :revision")
                                    .conditionExpression(
                                            IS_LISTED
                                                    + " AND (attribute_not_exists(titleRevision)"
                                                    + " OR titleRevision < :revision)")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":title",
                                                    text(title),
                                                    ":revision",
                                                    number(revision)))
                                    .returnValuesOnConditionCheckFailure(
                                            ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return Renaming.STORED;
        } catch (ConditionalCheckFailedException e) {
            boolean isStored = e.hasItem() && !e.item().isEmpty();
            return !isStored && id.isYoungerThan(TOMBSTONE_TTL, clock.instant())
                    ? Renaming.UNKNOWN
                    : Renaming.OUTDATED;
        }
    }

    /// `#title = :title, #voice = :voice`
    private static String assignments(Collection<String> names) {
        return names.stream()
                .map(name -> "#" + name + " = :" + name)
                .collect(Collectors.joining(", "));
    }

    private boolean update(
            LibraryEntry entry,
            Map<String, AttributeValue> values,
            String expression,
            String condition) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(key(entry.accountId(), entry.id()))
                                    .updateExpression(expression)
                                    .conditionExpression(condition)
                                    .expressionAttributeNames(prefixed("#", values.keySet()))
                                    .expressionAttributeValues(
                                            values.entrySet().stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    it -> ":" + it.getKey(),
                                                                    Map.Entry::getValue))));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private static Map<String, String> prefixed(String prefix, Collection<String> names) {
        return names.stream().collect(Collectors.toMap(name -> prefix + name, name -> name));
    }

    private static Map<String, AttributeValue> key(String accountId, ConversionId id) {
        return Map.of("accountId", text(accountId), "id", text(id.toString()));
    }

    @Override
    public boolean delete(String accountId, ConversionId id) {
        try {
            dynamo.putItem(
                    put ->
                            put.tableName(table)
                                    .item(tombstone(accountId, id))
                                    .conditionExpression(IS_LISTED));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public List<ConversionId> ids(String accountId) {
        return dynamo
                .queryPaginator(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression("accountId = :account")
                                        .expressionAttributeValues(
                                                Map.of(":account", text(accountId)))
                                        .projectionExpression("id"))
                .items()
                .stream()
                .flatMap(item -> LibraryItem.id(item).stream())
                .toList();
    }

    @Override
    public void exclude(String accountId, ConversionId id) {
        dynamo.putItem(put -> put.tableName(table).item(tombstone(accountId, id)));
    }

    private Map<String, AttributeValue> tombstone(String accountId, ConversionId id) {
        Instant now = clock.instant();
        return Map.of(
                "accountId", text(accountId),
                "id", text(id.toString()),
                "removedAt", text(now.toString()),
                "expiresAt", number(now.plus(TOMBSTONE_TTL).getEpochSecond()));
    }

    @Override
    public Optional<LibraryEntry> get(String accountId, ConversionId id) {
        Map<String, AttributeValue> item =
                dynamo.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(key(accountId, id))
                                                .consistentRead(true))
                        .item();
        return item.isEmpty() || item.containsKey("removedAt")
                ? Optional.empty()
                : Optional.of(LibraryItem.entry(item));
    }

    @Override
    public LibraryPage list(String accountId, int limit, Optional<ConversionId> before) {
        return list(query(accountId, limit + 1, before), limit);
    }

    @Override
    public LibraryPage listBrief(String accountId, int limit, Optional<ConversionId> before) {
        return list(
                query(accountId, limit + 1, before)
                        .projectionExpression(
                                LibraryItem.BRIEF.stream()
                                        .map(name -> "#" + name)
                                        .collect(Collectors.joining(", ")))
                        .expressionAttributeNames(prefixed("#", LibraryItem.BRIEF)),
                limit);
    }

    /// Tombstones take up room in DynamoDB's pages, so it queries until there are enough entries.
    private LibraryPage list(QueryRequest.Builder query, int limit) {
        List<LibraryEntry> entries = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse response =
                    dynamo.query((from.isEmpty() ? query : query.exclusiveStartKey(from)).build());
            response.items().stream().map(LibraryItem::entry).forEach(entries::add);
            from = response.lastEvaluatedKey();
        } while (entries.size() <= limit && !from.isEmpty());
        return entries.size() > limit
                ? new LibraryPage(entries.subList(0, limit), true)
                : new LibraryPage(entries, false);
    }

    private QueryRequest.Builder query(String accountId, int limit, Optional<ConversionId> before) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":account", text(accountId));
        before.ifPresent(id -> values.put(":before", text(id.toString())));
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(
                        "accountId = :account" + (before.isPresent() ? " AND id < :before" : ""))
                .filterExpression("attribute_not_exists(removedAt)")
                .expressionAttributeValues(values)
                .scanIndexForward(false)
                .limit(limit);
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
