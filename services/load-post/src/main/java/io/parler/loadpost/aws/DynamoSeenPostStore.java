package io.parler.loadpost.aws;

import static io.parler.loadpost.aws.SubscriptionItem.text;

import io.parler.loadpost.follow.SeenPost;
import io.parler.loadpost.follow.SeenPostStore;
import io.parler.loadpost.follow.SubscriptionId;
import io.parler.problem.UnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Known posts in the table SeenPosts, under their subscription and their id. Only hashes.
final class DynamoSeenPostStore implements SeenPostStore {
    private static final String SUBSCRIPTION = "subscription";
    private static final String POST = "post";

    /// The most that DynamoDB takes.
    private static final int BATCH = 25;

    private static final int MAX_ROUNDS = 10;

    private static final AttributeValue NO_KEYS = AttributeValue.fromSs(List.of());

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoSeenPostStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public List<SeenPost> list(SubscriptionId subscription) {
        return items(subscription)
                .map(
                        item ->
                                new SeenPost(
                                        SubscriptionItem.string(item, POST),
                                        Set.copyOf(item.getOrDefault("keys", NO_KEYS).ss()),
                                        SubscriptionItem.string(item, "text"),
                                        (int) SubscriptionItem.wholeNumber(item, "edition")))
                .toList();
    }

    private Stream<Map<String, AttributeValue>> items(SubscriptionId subscription) {
        return dynamo
                .queryPaginator(
                        query ->
                                query.tableName(table)
                                        .consistentRead(true)
                                        .keyConditionExpression("#subscription = :subscription")
                                        .expressionAttributeNames(
                                                Map.of("#subscription", SUBSCRIPTION))
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":subscription",
                                                        text(subscription.value()))))
                .items()
                .stream();
    }

    @Override
    public void put(SubscriptionId subscription, Collection<SeenPost> posts) {
        write(
                posts.stream()
                        .map(post -> item(subscription, post))
                        .map(
                                item ->
                                        WriteRequest.builder()
                                                .putRequest(put -> put.item(item))
                                                .build())
                        .toList());
    }

    private static Map<String, AttributeValue> item(SubscriptionId subscription, SeenPost post) {
        return Map.of(
                SUBSCRIPTION,
                text(subscription.value()),
                POST,
                text(post.id()),
                "keys",
                AttributeValue.fromSs(List.copyOf(post.keys())),
                "text",
                text(post.textHash()),
                "edition",
                SubscriptionItem.number(post.edition()));
    }

    @Override
    public void delete(SubscriptionId subscription) {
        write(
                items(subscription)
                        .map(
                                item ->
                                        Map.of(
                                                SUBSCRIPTION,
                                                required(item, SUBSCRIPTION),
                                                POST,
                                                required(item, POST)))
                        .map(
                                key ->
                                        WriteRequest.builder()
                                                .deleteRequest(delete -> delete.key(key))
                                                .build())
                        .toList());
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        return text(SubscriptionItem.string(item, name));
    }

    private void write(List<WriteRequest> requests) {
        for (int from = 0; from < requests.size(); from += BATCH) {
            writeBatch(requests.subList(from, Math.min(from + BATCH, requests.size())));
        }
    }

    /// DynamoDB may leave some of a batch for another call.
    private void writeBatch(List<WriteRequest> batch) {
        List<WriteRequest> left = new ArrayList<>(batch);
        for (int round = 0; round < MAX_ROUNDS && !left.isEmpty(); round++) {
            Map<String, List<WriteRequest>> items = Map.of(table, List.copyOf(left));
            left =
                    dynamo.batchWriteItem(write -> write.requestItems(items))
                            .unprocessedItems()
                            .getOrDefault(table, List.of());
        }
        if (!left.isEmpty()) {
            throw new UnavailableException(
                    "the table of known posts", new IllegalStateException("items were left"));
        }
    }
}
