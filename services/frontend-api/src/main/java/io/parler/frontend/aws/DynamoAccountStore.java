package io.parler.frontend.aws;

import io.parler.frontend.account.Account;
import io.parler.frontend.account.AccountStore;
import io.parler.frontend.account.StoredKey;
import io.parler.id.AccountId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Accounts and keys in the table Accounts: `account#` and the id, `key#` and the hash. Lists read
/// the whole table, which is small: a line for each key.
final class DynamoAccountStore implements AccountStore {
    private final DynamoDbClient dynamo;
    private final String table;

    DynamoAccountStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Account> getAccount(AccountId id) {
        return get(AccountItem.id(id)).map(AccountItem::account);
    }

    @Override
    public boolean putAccount(Account account) {
        try {
            dynamo.putItem(
                    PutItemRequest.builder()
                            .tableName(table)
                            .item(AccountItem.of(account))
                            .conditionExpression("attribute_not_exists(deletedAt)")
                            .build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    @Override
    public List<Account> listAccounts() {
        return scan(AccountItem.ACCOUNT).stream()
                .map(AccountItem::account)
                .sorted(
                        Comparator.comparing(Account::createdAt)
                                .thenComparing(account -> account.id().value()))
                .toList();
    }

    /// Read consistently: a key is used right after it was created.
    @Override
    public Optional<StoredKey> getKey(String hash) {
        return get(AccountItem.keyId(hash)).map(AccountItem::key);
    }

    @Override
    public void putKey(StoredKey key) {
        dynamo.putItem(request -> request.tableName(table).item(AccountItem.of(key)));
    }

    @Override
    public List<StoredKey> listKeys() {
        return scan(AccountItem.KEY).stream()
                .map(AccountItem::key)
                .sorted(Comparator.comparing(StoredKey::createdAt).thenComparing(StoredKey::id))
                .toList();
    }

    @Override
    public boolean putUse(String hash, Instant now) {
        return update(
                hash,
                "SET lastUsedAt = :now",
                "attribute_exists(id) AND (attribute_not_exists(lastUsedAt) OR lastUsedAt <= :due)",
                Map.of(
                        ":now", AccountItem.time(now),
                        ":due", AccountItem.time(now.minus(USE_INTERVAL))));
    }

    @Override
    public boolean revokeKey(String hash, Instant now) {
        return update(
                hash,
                "SET revokedAt = :now",
                "attribute_exists(id) AND attribute_not_exists(revokedAt)",
                Map.of(":now", AccountItem.time(now)));
    }

    private boolean update(
            String hash, String update, String condition, Map<String, AttributeValue> values) {
        try {
            dynamo.updateItem(
                    UpdateItemRequest.builder()
                            .tableName(table)
                            .key(Map.of("id", AttributeValue.fromS(AccountItem.keyId(hash))))
                            .updateExpression(update)
                            .conditionExpression(condition)
                            .expressionAttributeValues(values)
                            .build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    private Optional<Map<String, AttributeValue>> get(String id) {
        return Optional.of(
                        dynamo.getItem(
                                        request ->
                                                request.tableName(table)
                                                        .consistentRead(true)
                                                        .key(
                                                                Map.of(
                                                                        "id",
                                                                        AttributeValue.fromS(id))))
                                .item())
                .filter(item -> !item.isEmpty());
    }

    private List<Map<String, AttributeValue>> scan(String prefix) {
        return dynamo
                .scanPaginator(
                        ScanRequest.builder()
                                .tableName(table)
                                .consistentRead(true)
                                .filterExpression("begins_with(id, :prefix)")
                                .expressionAttributeValues(
                                        Map.of(":prefix", AttributeValue.fromS(prefix)))
                                .build())
                .items()
                .stream()
                .toList();
    }
}
