package io.parler.postconversion.aws;

import io.parler.aws.DynamoBatch;
import io.parler.id.AccountId;
import io.parler.postconversion.collection.CollectionPost;
import io.parler.postconversion.collection.CollectionStatus;
import io.parler.postconversion.collection.CollectionStore;
import io.parler.postconversion.collection.PostCollection;
import io.parler.postconversion.collection.Price;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The table Collections. An account's collections are under the account, posts under their
/// collection, and under a conversion is the key of its post.
final class DynamoCollectionStore implements CollectionStore {
    private final DynamoDbClient dynamo;
    private final String table;
    private final DynamoBatch batch;
    private final CollectionItems items;

    DynamoCollectionStore(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.batch = new DynamoBatch(dynamo, table);
        this.items = new CollectionItems(clock);
    }

    @Override
    public void create(PostCollection collection) {
        putIfAbsent(items.collection(collection));
    }

    /// Does nothing if an item with its key is there.
    private void putIfAbsent(Map<String, AttributeValue> item) {
        try {
            dynamo.putItem(
                    put ->
                            put.tableName(table)
                                    .item(item)
                                    .conditionExpression("attribute_not_exists(#id)")
                                    .expressionAttributeNames(Map.of("#id", "id")));
        } catch (ConditionalCheckFailedException _) {
            // It stays as it is.
        }
    }

    @Override
    public Optional<PostCollection> get(AccountId account, UUID id) {
        return item(CollectionItems.key(account, id)).map(CollectionItems::collection);
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item =
                dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    @Override
    public List<PostCollection> list(AccountId account) {
        return query(CollectionItems.owner(account)).stream()
                .map(CollectionItems::collection)
                .toList()
                .reversed();
    }

    private List<Map<String, AttributeValue>> query(String owner) {
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        dynamo.queryPaginator(
                        query ->
                                query.tableName(table)
                                        .consistentRead(true)
                                        .keyConditionExpression("#owner = :owner")
                                        .expressionAttributeNames(Map.of("#owner", "owner"))
                                        .expressionAttributeValues(
                                                Map.of(":owner", AttributeValue.fromS(owner))))
                .items()
                .forEach(found::add);
        return found;
    }

    @Override
    public boolean move(
            AccountId account, UUID id, Set<CollectionStatus> from, CollectionStatus to) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":to", CollectionItems.text(to));
        List<String> names = new ArrayList<>();
        for (CollectionStatus status : from) {
            String name = ":from" + names.size();
            names.add(name);
            values.put(name, CollectionItems.text(status));
        }
        return update(
                CollectionItems.key(account, id),
                "SET #attribute = :to",
                "#attribute IN (" + String.join(", ", names) + ")",
                "status",
                values);
    }

    private boolean update(
            Map<String, AttributeValue> key,
            String expression,
            String condition,
            String attribute,
            Map<String, AttributeValue> values) {
        try {
            UpdateItemRequest.Builder update =
                    UpdateItemRequest.builder()
                            .tableName(table)
                            .key(key)
                            .updateExpression(expression)
                            .conditionExpression(condition)
                            .expressionAttributeNames(Map.of("#attribute", attribute));
            if (!values.isEmpty()) {
                update.expressionAttributeValues(values);
            }
            dynamo.updateItem(update.build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private void set(AccountId account, UUID id, String attribute, AttributeValue value) {
        Map<String, AttributeValue> values = Map.of(":value", value);
        update(
                CollectionItems.key(account, id),
                "SET #attribute = :value",
                "attribute_exists(id)",
                attribute,
                values);
    }

    @Override
    public void setMonthlyCap(AccountId account, UUID id, OptionalLong cap) {
        if (cap.isPresent()) {
            set(account, id, "monthlyCap", CollectionItems.number(cap.getAsLong()));
        } else {
            update(
                    CollectionItems.key(account, id),
                    "REMOVE #attribute",
                    "attribute_exists(id)",
                    "monthlyCap",
                    Map.of());
        }
    }

    @Override
    public void setTitle(AccountId account, UUID id, String title) {
        set(account, id, "title", AttributeValue.fromS(title));
    }

    @Override
    public void setQuote(AccountId account, UUID id, Price quote) {
        set(account, id, "quote", CollectionItems.price(quote));
    }

    @Override
    public void setProblem(AccountId account, UUID id, String problem) {
        set(account, id, "problem", AttributeValue.fromS(problem));
    }

    @Override
    public void setApprovalToken(AccountId account, UUID id, String token) {
        set(account, id, "approvalToken", AttributeValue.fromS(token));
    }

    @Override
    public Optional<String> approvalToken(AccountId account, UUID id) {
        return item(CollectionItems.key(account, id))
                .map(item -> item.get("approvalToken"))
                .map(AttributeValue::s);
    }

    @Override
    public void addPosts(PostCollection collection, List<CollectionPost> posts) {
        for (CollectionPost post : posts) {
            // After a crash in between, a post that is there can be found by its conversion.
            putIfAbsent(items.conversion(collection, post));
            putIfAbsent(items.post(collection.id(), post));
        }
    }

    @Override
    public List<CollectionPost> posts(UUID collection) {
        return query(CollectionItems.owner(collection)).stream()
                .map(CollectionItems::post)
                .toList();
    }

    @Override
    public Optional<CollectionPost> post(UUID collection, int number) {
        return item(CollectionItems.key(collection, number)).map(CollectionItems::post);
    }

    @Override
    public boolean replace(UUID collection, CollectionPost before, CollectionPost after) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":status", CollectionItems.text(before.status()));
        // Each repetition of a task has a token of its own.
        before.token().ifPresent(token -> values.put(":token", AttributeValue.fromS(token)));
        String token =
                before.token().isPresent() ? "#token = :token" : "attribute_not_exists(#token)";
        try {
            dynamo.putItem(
                    put ->
                            put.tableName(table)
                                    .item(items.post(collection, after))
                                    .conditionExpression("#status = :status AND " + token)
                                    .expressionAttributeNames(
                                            Map.of("#status", "status", "#token", "token"))
                                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public Optional<PostKey> ofConversion(UUID conversion) {
        return item(CollectionItems.key(conversion)).map(CollectionItems::postKey);
    }

    @Override
    public void delete(PostCollection collection) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>();
        for (CollectionPost post : posts(collection.id())) {
            keys.add(CollectionItems.key(post.conversion()));
            keys.add(CollectionItems.key(collection.id(), post.number()));
        }
        batch.delete(keys);
        // Last: after a crash in between, its posts are found again.
        batch.delete(List.of(CollectionItems.key(collection.account(), collection.id())));
    }
}
