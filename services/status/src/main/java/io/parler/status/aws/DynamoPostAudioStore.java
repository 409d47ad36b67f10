package io.parler.status.aws;

import io.parler.hash.Sha256;
import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import io.parler.post.PostAddress;
import io.parler.status.listen.PostAudioStore;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Entries in the table PostAudio. The partition key is the account and the hash of the post's
/// address, which may be longer than a key; the sort key is the conversion's id, which begins with
/// its time.
final class DynamoPostAudioStore implements PostAudioStore {
    private static final int PAGE = 10;

    private final DynamoDbClient dynamo;
    private final String table;

    DynamoPostAudioStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public void put(AccountId account, PostAddress post, ConversionId id) {
        Map<String, AttributeValue> item =
                Map.of(
                        "post",
                        AttributeValue.fromS(partition(account, post)),
                        "id",
                        AttributeValue.fromS(id.toString()),
                        "address",
                        AttributeValue.fromS(post.value()));
        dynamo.putItem(put -> put.tableName(table).item(item));
    }

    @Override
    public void delete(AccountId account, PostAddress post, ConversionId id) {
        Map<String, AttributeValue> key =
                Map.of(
                        "post",
                        AttributeValue.fromS(partition(account, post)),
                        "id",
                        AttributeValue.fromS(id.toString()));
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }

    @Override
    public Stream<ConversionId> list(AccountId account, PostAddress post) {
        return dynamo
                .queryPaginator(
                        query ->
                                query.tableName(table)
                                        .keyConditionExpression("post = :post")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":post",
                                                        AttributeValue.fromS(
                                                                partition(account, post))))
                                        .projectionExpression("id")
                                        .scanIndexForward(false)
                                        .limit(PAGE))
                .items()
                .stream()
                .map(item -> Objects.requireNonNull(item.get("id")).s())
                .flatMap(id -> ConversionId.parse(id).stream());
    }

    private static String partition(AccountId account, PostAddress post) {
        return account.storageKey() + " " + Sha256.hex(post.value());
    }
}
