package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.postconversion.UsageStore;
import io.parler.postconversion.UsageStoreContract;
import io.parler.problem.UnavailableException;
import io.parler.testing.SettableClock;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoUsageStoreIT extends UsageStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Quotas");

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final DynamoUsageStore usage =
            new DynamoUsageStore(table.client(), table.name(), clock);

    @Override
    protected UsageStore usage() {
        return usage;
    }

    @Test
    void aMonthExpiresAfter400DaysAndTheMarkerOfAConversionAfter40() {
        usage.add(id(1), "public", MONTH, 1);

        assertThat(table.items())
                .extracting(item -> item.get("expiresAt"))
                .containsExactlyInAnyOrder(inDays(40), inDays(400));
    }

    @Test
    void aWriteThatCollidesWithAnotherIsNotCountedAndIsRetried() {
        DynamoUsageStore colliding =
                new DynamoUsageStore(new CollidingClient(), table.name(), clock);

        assertThatThrownBy(() -> colliding.add(id(1), "public", MONTH, 1))
                .isInstanceOf(UnavailableException.class);
    }

    private AttributeValue inDays(int days) {
        return AttributeValue.fromN(
                Long.toString(clock.instant().plus(Duration.ofDays(days)).getEpochSecond()));
    }

    /// Cancels every transaction because of another one; DynamoDB Local never does.
    private static final class CollidingClient implements DynamoDbClient {
        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            CancellationReason conflict =
                    CancellationReason.builder().code("TransactionConflict").build();
            throw TransactionCanceledException.builder().cancellationReasons(conflict).build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
