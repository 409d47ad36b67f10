package io.parler.frontend.aws;

import io.parler.frontend.Audio;
import io.parler.frontend.ConversionId;
import io.parler.frontend.Library;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryEntry.Finished;
import io.parler.frontend.LibraryPage;
import io.parler.frontend.Trouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// The library in DynamoDB: partition `accountId`, sorted by `id`, which is by time. What was
/// taken off leaves a mark, so that an event delivered again doesn't bring it back.
final class DynamoLibrary implements Library {
    /// Longer than a message can lie in the queue and then among the dead letters: 14 days each.
    private static final Duration MARK_KEPT = Duration.ofDays(30);

    private static final String MAY_REPLACE =
            "attribute_not_exists(id) OR (attribute_not_exists(removedAt)"
                    + " AND (#rank < :rank OR (#rank = :rank AND #attempt < :attempt)))";
    private static final String IS_LISTED =
            "attribute_exists(id) AND attribute_not_exists(removedAt)";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoLibrary(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean keep(LibraryEntry entry) {
        return put(
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item(entry))
                        .conditionExpression(MAY_REPLACE)
                        .expressionAttributeNames(Map.of("#rank", "rank", "#attempt", "attempt"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":rank", number(entry.rank()),
                                        ":attempt", number(entry.attempt())))
                        .build());
    }

    @Override
    public boolean remove(String accountId, ConversionId id) {
        Map<String, AttributeValue> mark =
                Map.of(
                        "accountId", text(accountId),
                        "id", text(id.value()),
                        "removedAt", text(clock.instant().toString()),
                        "expiresAt", number(clock.instant().plus(MARK_KEPT).getEpochSecond()));
        return put(
                PutItemRequest.builder()
                        .tableName(table)
                        .item(mark)
                        .conditionExpression(IS_LISTED)
                        .build());
    }

    private boolean put(PutItemRequest request) {
        try {
            dynamo.putItem(request);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// Marks take up room in DynamoDB's pages, so it is asked until there are enough entries.
    @Override
    public LibraryPage page(String accountId, int limit, Optional<ConversionId> before) {
        List<LibraryEntry> entries = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse answer = dynamo.query(query(accountId, limit + 1, before, from));
            answer.items().stream().map(DynamoLibrary::entry).forEach(entries::add);
            from = answer.lastEvaluatedKey();
        } while (entries.size() <= limit && !from.isEmpty());
        return entries.size() > limit
                ? new LibraryPage(entries.subList(0, limit), true)
                : new LibraryPage(entries, false);
    }

    private QueryRequest query(
            String accountId,
            int limit,
            Optional<ConversionId> before,
            Map<String, AttributeValue> from) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":account", text(accountId));
        before.ifPresent(id -> values.put(":before", text(id.value())));
        QueryRequest.Builder query =
                QueryRequest.builder()
                        .tableName(table)
                        .keyConditionExpression(
                                "accountId = :account"
                                        + (before.isPresent() ? " AND id < :before" : ""))
                        .filterExpression("attribute_not_exists(removedAt)")
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .limit(limit);
        return (from.isEmpty() ? query : query.exclusiveStartKey(from)).build();
    }

    private static Map<String, AttributeValue> item(LibraryEntry entry) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("accountId", text(entry.accountId()));
        item.put("id", text(entry.id().value()));
        item.put("attempt", number(entry.attempt()));
        item.put("rank", number(entry.rank()));
        switch (entry) {
            case Finished finished -> {
                item.put("title", text(finished.title()));
                item.put("voice", text(finished.voice()));
                item.put("audioKey", text(finished.audio().key()));
                item.put("bytes", number(finished.audio().bytes()));
                item.put(
                        "seconds",
                        AttributeValue.fromN(Double.toString(finished.audio().seconds())));
                finished.sourceUrl().ifPresent(url -> item.put("sourceUrl", text(url)));
            }
            case Failed failed -> {
                item.put("problemType", text(failed.trouble().type()));
                item.put("problemTitle", text(failed.trouble().title()));
                failed.trouble().detail().ifPresent(it -> item.put("problemDetail", text(it)));
            }
        }
        return item;
    }

    private static LibraryEntry entry(Map<String, AttributeValue> item) {
        ConversionId id = new ConversionId(string(item, "id"));
        String accountId = string(item, "accountId");
        int attempt = Integer.parseInt(numeral(item, "attempt"));
        if (item.containsKey("audioKey")) {
            return new Finished(
                    id,
                    accountId,
                    attempt,
                    string(item, "title"),
                    optional(item, "sourceUrl"),
                    string(item, "voice"),
                    new Audio(
                            string(item, "audioKey"),
                            Long.parseLong(numeral(item, "bytes")),
                            Double.parseDouble(numeral(item, "seconds"))));
        }
        return new Failed(
                id,
                accountId,
                attempt,
                new Trouble(
                        string(item, "problemType"),
                        string(item, "problemTitle"),
                        optional(item, "problemDetail")));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    private static String string(Map<String, AttributeValue> item, String name) {
        return optional(item, name).orElseThrow(() -> incomplete(name));
    }

    private static String numeral(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .orElseThrow(() -> incomplete(name));
    }

    private static IllegalStateException incomplete(String name) {
        return new IllegalStateException("a library item has no " + name);
    }
}
