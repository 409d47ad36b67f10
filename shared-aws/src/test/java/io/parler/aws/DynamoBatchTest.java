package io.parler.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.problem.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class DynamoBatchTest {
    private static final String TABLE = "Posts";

    private final FakeDynamo dynamo = new FakeDynamo();
    private final DynamoBatch batch = new DynamoBatch(dynamo, TABLE);

    @Test
    void putsTwentyFiveItemsACallInTheirOrder() {
        batch.put(items(60));

        assertThat(dynamo.calls).extracting(List::size).containsExactly(25, 25, 10);
        assertThat(dynamo.written)
                .extracting(write -> write.putRequest().item())
                .containsExactlyElementsOf(items(60));
    }

    @Test
    void deletesByKey() {
        batch.delete(items(26));

        assertThat(dynamo.calls).extracting(List::size).containsExactly(25, 1);
        assertThat(dynamo.written)
                .extracting(write -> write.deleteRequest().key())
                .containsExactlyElementsOf(items(26));
    }

    @Test
    void callsNobodyForNoItems() {
        batch.put(List.of());
        batch.delete(List.of());

        assertThat(dynamo.calls).isEmpty();
    }

    @Test
    void sendsOnlyWhatWasLeftOnceMore() {
        dynamo.left = 10;

        batch.put(items(25));

        assertThat(dynamo.calls).extracting(List::size).containsExactly(25, 10);
        assertThat(dynamo.written)
                .extracting(write -> write.putRequest().item())
                .containsExactlyElementsOf(items(25));
    }

    @Test
    void writesABatchThatNeedsEightCalls() {
        dynamo.refusals = 7;

        batch.put(items(3));

        assertThat(dynamo.calls).hasSize(8);
        assertThat(dynamo.written).hasSize(3);
    }

    @Test
    void givesUpAfterEightCallsAndSaysWhichTableLeftItems() {
        dynamo.refusals = 8;
        List<Map<String, AttributeValue>> items = items(30);

        assertThatThrownBy(() -> batch.put(items))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the table Posts left items of a batch after 8 calls");

        assertThat(dynamo.calls).hasSize(8);
        assertThat(dynamo.written).isEmpty();
    }

    private static List<Map<String, AttributeValue>> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Map.of("id", AttributeValue.fromN(Integer.toString(i))))
                .toList();
    }

    /// Leaves all items at some calls, then the last items of one call.
    private static final class FakeDynamo implements DynamoDbClient {
        private final List<List<WriteRequest>> calls = new ArrayList<>();
        private final List<WriteRequest> written = new ArrayList<>();
        private int refusals;
        private int left;

        @Override
        public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
            assertThat(request.requestItems()).containsOnlyKeys(TABLE);
            List<WriteRequest> writes = request.requestItems().values().iterator().next();
            calls.add(writes);
            int accepted = writes.size() - left;
            left = 0;
            if (refusals > 0) {
                refusals--;
                accepted = 0;
            }
            written.addAll(writes.subList(0, accepted));
            List<WriteRequest> unprocessed = writes.subList(accepted, writes.size());
            return BatchWriteItemResponse.builder()
                    .unprocessedItems(unprocessed.isEmpty() ? Map.of() : Map.of(TABLE, unprocessed))
                    .build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
