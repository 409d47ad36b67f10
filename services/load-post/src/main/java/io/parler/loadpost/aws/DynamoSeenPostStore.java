package io.parler.loadpost.aws;

import static io.parler.loadpost.aws.SubscriptionItem.text;

import io.parler.aws.DynamoBatch;
import io.parler.loadpost.follow.SeenPost;
import io.parler.loadpost.follow.SeenPostStore;
import io.parler.loadpost.follow.SubscriptionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Known posts in the table SeenPosts, under their subscription and their id. Only hashes.
final class DynamoSeenPostStore implements SeenPostStore {
    private static final String SUBSCRIPTION = "subscription";
    private static final String POST = "post";

    private static final AttributeValue NO_KEYS = AttributeValue.fromSs(List.of());

    private final DynamoDbClient dynamo;
    private final String table;
    private final DynamoBatch batch;

    DynamoSeenPostStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
        this.batch = new DynamoBatch(dynamo, table);
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
        batch.put(posts.stream().map(post -> item(subscription, post)).toList());
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
        batch.delete(
                items(subscription)
                        .map(
                                item ->
                                        Map.of(
                                                SUBSCRIPTION,
                                                required(item, SUBSCRIPTION),
                                                POST,
                                                required(item, POST)))
                        .toList());
    }

    private static AttributeValue required(Map<String, AttributeValue> item, String name) {
        return text(SubscriptionItem.string(item, name));
    }
}
