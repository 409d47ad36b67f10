package io.parler.frontend.aws;

import io.parler.frontend.podcast.Podcast;
import io.parler.frontend.podcast.PodcastId;
import io.parler.frontend.podcast.PodcastStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Shows in the table Podcasts, each under its id. One more item for each account has the ids of
/// its shows.
final class DynamoPodcastStore implements PodcastStore {
    private static final String IDS = "podcasts";

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoPodcastStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// The id goes into the account's list first: a show that isn't on it could not be deleted.
    @Override
    public boolean add(Podcast podcast, int limit) {
        try {
            dynamo.updateItem(
                    update ->
                            update.tableName(table)
                                    .key(PodcastItem.accountKey(podcast.accountId()))
                                    .updateExpression("ADD " + IDS + " :id")
                                    .conditionExpression(
                                            "attribute_not_exists("
                                                    + IDS
                                                    + ") OR size("
                                                    + IDS
                                                    + ") < :limit")
                                    .expressionAttributeValues(
                                            Map.of(
                                                    ":id", set(podcast.id()),
                                                    ":limit", PodcastItem.number(limit))));
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
        dynamo.putItem(put -> put.tableName(table).item(PodcastItem.of(podcast)));
        return true;
    }

    @Override
    public boolean replace(Podcast podcast) {
        try {
            dynamo.putItem(
                    put ->
                            put.tableName(table)
                                    .item(PodcastItem.of(podcast))
                                    .conditionExpression("attribute_exists(id)"));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public Optional<Podcast> get(PodcastId id) {
        return item(PodcastItem.key(id)).map(PodcastItem::podcast);
    }

    @Override
    public List<Podcast> list(String accountId) {
        return ids(accountId).stream()
                .flatMap(id -> get(id).stream())
                .sorted(
                        Comparator.comparing(Podcast::createdAt)
                                .thenComparing(podcast -> podcast.id().value()))
                .toList();
    }

    @Override
    public List<PodcastId> ids(String accountId) {
        return item(PodcastItem.accountKey(accountId))
                .map(item -> item.get(IDS))
                .map(AttributeValue::ss)
                .orElse(List.of())
                .stream()
                .map(PodcastId::new)
                .toList();
    }

    @Override
    public void delete(PodcastId id) {
        dynamo.deleteItem(delete -> delete.tableName(table).key(PodcastItem.key(id)));
    }

    @Override
    public void forget(String accountId, PodcastId id) {
        dynamo.updateItem(
                update ->
                        update.tableName(table)
                                .key(PodcastItem.accountKey(accountId))
                                .updateExpression("DELETE " + IDS + " :id")
                                .expressionAttributeValues(Map.of(":id", set(id))));
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    private static AttributeValue set(PodcastId id) {
        return AttributeValue.fromSs(List.of(id.value()));
    }
}
