package io.parler.aws;

import io.parler.problem.UnavailableException;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Writes many items of a table with few calls. Items are written in the order given, a batch after
/// the other, but in no order within a batch.
public final class DynamoBatch {
    /// The most that DynamoDB takes in one call.
    private static final int MAX_ITEMS = 25;

    /// Calls for one batch before its table counts as unavailable.
    private static final int MAX_CALLS = 8;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoBatch(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// Replaces items that are there.
    ///
    /// @throws UnavailableException if DynamoDB leaves items unwritten, call after call
    public void put(List<Map<String, AttributeValue>> items) {
        write(
                items.stream()
                        .map(
                                item ->
                                        WriteRequest.builder()
                                                .putRequest(put -> put.item(item))
                                                .build())
                        .toList());
    }

    /// Deletes the items with these keys, if they are there.
    ///
    /// @throws UnavailableException if DynamoDB leaves items undeleted, call after call
    public void delete(List<Map<String, AttributeValue>> keys) {
        write(
                keys.stream()
                        .map(
                                key ->
                                        WriteRequest.builder()
                                                .deleteRequest(delete -> delete.key(key))
                                                .build())
                        .toList());
    }

    private void write(List<WriteRequest> requests) {
        for (int from = 0; from < requests.size(); from += MAX_ITEMS) {
            writeBatch(requests.subList(from, Math.min(from + MAX_ITEMS, requests.size())));
        }
    }

    /// DynamoDB may leave some of a batch for another call.
    private void writeBatch(List<WriteRequest> batch) {
        List<WriteRequest> left = batch;
        for (int call = 0; call < MAX_CALLS && !left.isEmpty(); call++) {
            Map<String, List<WriteRequest>> items = Map.of(table, left);
            left =
                    dynamo.batchWriteItem(write -> write.requestItems(items))
                            .unprocessedItems()
                            .getOrDefault(table, List.of());
        }
        if (!left.isEmpty()) {
            throw new UnavailableException(
                    "the table %s left items of a batch after %s calls"
                            .formatted(table, MAX_CALLS));
        }
    }
}
