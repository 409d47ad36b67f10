package io.parler.frontend.aws;

import io.parler.frontend.Audio;
import io.parler.frontend.CompletedDetails;
import io.parler.frontend.ConversionProblem;
import io.parler.frontend.LibraryEntry;
import io.parler.frontend.LibraryEntry.Completed;
import io.parler.frontend.LibraryEntry.Failed;
import io.parler.frontend.LibraryPage;
import io.parler.frontend.LibraryStore;
import io.parler.id.ConversionId;
import java.time.Duration;
import java.time.Instant;
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

/// Entries in the table Library: partition `accountId`, sorted by `id`, which is by time. A deleted
/// entry leaves a tombstone, so that an event delivered again doesn't bring it back.
final class DynamoLibraryStore implements LibraryStore {
    /// A queue stores a message for 14 days, and so does its dead-letter queue: none comes later.
    private static final Duration TOMBSTONE_TTL = Duration.ofDays(30);

    private static final String PRIVATE = "private";

    private static final String IS_EARLIER =
            "attribute_not_exists(id) OR (attribute_not_exists(removedAt)"
                    + " AND (#rank < :rank OR (#rank = :rank AND #attempt < :attempt)))";
    private static final String IS_LISTED =
            "attribute_exists(id) AND attribute_not_exists(removedAt)";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    DynamoLibraryStore(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public boolean put(LibraryEntry entry) {
        return put(
                PutItemRequest.builder()
                        .tableName(table)
                        .item(item(entry))
                        .conditionExpression(IS_EARLIER)
                        .expressionAttributeNames(Map.of("#rank", "rank", "#attempt", "attempt"))
                        .expressionAttributeValues(
                                Map.of(
                                        ":rank", number(entry.rank()),
                                        ":attempt", number(entry.attempt())))
                        .build());
    }

    @Override
    public boolean delete(String accountId, ConversionId id) {
        return put(
                PutItemRequest.builder()
                        .tableName(table)
                        .item(tombstone(accountId, id))
                        .conditionExpression(IS_LISTED)
                        .build());
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
                .flatMap(item -> ConversionId.parse(string(item, "id")).stream())
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

    private boolean put(PutItemRequest request) {
        try {
            dynamo.putItem(request);
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public Optional<LibraryEntry> get(String accountId, ConversionId id) {
        Map<String, AttributeValue> item =
                dynamo.getItem(
                                get ->
                                        get.tableName(table)
                                                .key(
                                                        Map.of(
                                                                "accountId", text(accountId),
                                                                "id", text(id.toString())))
                                                .consistentRead(true))
                        .item();
        return item.isEmpty() || item.containsKey("removedAt")
                ? Optional.empty()
                : Optional.of(entry(item));
    }

    /// Tombstones take up room in DynamoDB's pages, so it queries until there are enough entries.
    @Override
    public LibraryPage list(String accountId, int limit, Optional<ConversionId> before) {
        List<LibraryEntry> entries = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse response = dynamo.query(query(accountId, limit + 1, before, from));
            response.items().stream().map(DynamoLibraryStore::entry).forEach(entries::add);
            from = response.lastEvaluatedKey();
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
        before.ifPresent(id -> values.put(":before", text(id.toString())));
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
        item.put("id", text(entry.id().toString()));
        item.put("attempt", number(entry.attempt()));
        item.put("rank", number(entry.rank()));
        switch (entry) {
            case Completed completed -> {
                item.put("title", text(completed.title()));
                item.put("voice", text(completed.voice()));
                item.put("audioKey", text(completed.audio().key()));
                item.put("bytes", number(completed.audio().bytes()));
                item.put(
                        "seconds",
                        AttributeValue.fromN(Double.toString(completed.audio().seconds())));
                if (completed.isPrivate()) {
                    item.put("visibility", text(PRIVATE));
                }
                completed.sourceUrl().ifPresent(url -> item.put("sourceUrl", text(url)));
                putDetails(completed.details(), item);
            }
            case Failed failed -> {
                item.put("problemType", text(failed.problem().type()));
                item.put("problemTitle", text(failed.problem().title()));
                failed.problem().detail().ifPresent(it -> item.put("problemDetail", text(it)));
            }
        }
        return item;
    }

    private static void putDetails(CompletedDetails details, Map<String, AttributeValue> item) {
        details.author().ifPresent(author -> item.put("author", text(author)));
        details.published().ifPresent(time -> item.put("published", text(time.toString())));
        details.vttKey().ifPresent(key -> item.put("vttKey", text(key)));
        details.transcriptKey().ifPresent(key -> item.put("transcriptKey", text(key)));
        details.chaptersKey().ifPresent(key -> item.put("chaptersKey", text(key)));
    }

    private static CompletedDetails details(Map<String, AttributeValue> item) {
        return new CompletedDetails(
                optional(item, "author"),
                optional(item, "published").map(Instant::parse),
                optional(item, "vttKey"),
                optional(item, "transcriptKey"),
                optional(item, "chaptersKey"));
    }

    private static LibraryEntry entry(Map<String, AttributeValue> item) {
        ConversionId id =
                ConversionId.parse(string(item, "id")).orElseThrow(() -> incomplete("id"));
        String accountId = string(item, "accountId");
        int attempt = Integer.parseInt(numeral(item, "attempt"));
        if (item.containsKey("audioKey")) {
            return new Completed(
                    id,
                    accountId,
                    attempt,
                    string(item, "title"),
                    optional(item, "sourceUrl"),
                    string(item, "voice"),
                    new Audio(
                            string(item, "audioKey"),
                            Long.parseLong(numeral(item, "bytes")),
                            Double.parseDouble(numeral(item, "seconds"))),
                    optional(item, "visibility").filter(PRIVATE::equals).isPresent(),
                    details(item));
        }
        return new Failed(
                id,
                accountId,
                attempt,
                new ConversionProblem(
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
