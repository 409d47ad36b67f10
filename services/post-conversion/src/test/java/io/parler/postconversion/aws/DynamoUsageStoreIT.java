package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.id.AccountId;
import io.parler.postconversion.usage.Bill;
import io.parler.postconversion.usage.CharacterRange;
import io.parler.postconversion.usage.MonthlyCaps;
import io.parler.postconversion.usage.UsageLedger;
import io.parler.postconversion.usage.UsageStore;
import io.parler.postconversion.usage.UsageStoreContract;
import io.parler.problem.UnavailableException;
import io.parler.testing.SettableClock;
import io.parler.testing.dynamodb.LocalTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
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
    void monthsExpireAfter400DaysAndAConversionAfter40() {
        settle(id(1), 1);

        assertThat(table.items())
                .extracting(item -> item.get("expiresAt"))
                .containsExactlyInAnyOrder(inDays(40), inDays(400), inDays(400));
    }

    @Test
    void aQuoteExpiresNoSoonerThanItsMonth() {
        ledger().reserveQuoted(id(1), AccountId.OWNER, MONTH, 1, new MonthlyCaps(10, 10));

        assertThat(table.items())
                .extracting(item -> item.get("expiresAt"))
                .containsOnly(inDays(400));
    }

    @Test
    void theOwnerContinuesTheMonthFromBeforeThereWereAccounts() {
        put(Map.of("id", text("used#public#2026-11"), "characters", AttributeValue.fromN("900")));

        settle(id(1), 50);

        assertThat(usage.get(AccountId.OWNER, MONTH).billed()).isEqualTo(950);
    }

    @Test
    void aConversionThatWasCountedBeforeThereWereReservationsIsNotCountedAgain() {
        put(Map.of("id", text("counted#" + id(1)), "expiresAt", inDays(40)));

        assertThat(settle(id(1), 50)).isFalse();
        assertThat(ledger().release(id(1))).isFalse();
    }

    @Test
    void aNewReservationIsOneCall() {
        ledger().reserve(
                        id(1),
                        AccountId.OWNER,
                        MONTH,
                        CharacterRange.exactly(1),
                        new MonthlyCaps(10, 10));

        assertThat(table.requests(TransactWriteItemsRequest.class)).hasSize(1);
        assertThat(table.requests(GetItemRequest.class)).isEmpty();
    }

    @Test
    void aWriteThatCollidesWithAnotherIsRetriedSomeTimes() {
        CollidingClient colliding = new CollidingClient(table.client(), 3);

        assertThat(settleWith(colliding)).isTrue();
        assertThat(colliding.collisions).hasValue(0);
        assertThat(usage.get(AccountId.OWNER, MONTH).billed()).isEqualTo(5);
    }

    @Test
    void aWriteThatAlwaysCollidesIsUnavailable() {
        assertThatThrownBy(() -> settleWith(new CollidingClient(table.client(), 1_000)))
                .isInstanceOf(UnavailableException.class);
        assertThat(table.items()).isEmpty();
    }

    private boolean settleWith(DynamoDbClient client) {
        return new UsageLedger(new DynamoUsageStore(client, table.name(), clock))
                .settle(id(1), AccountId.OWNER, MONTH, new Bill("polly", 5, BigDecimal.ONE));
    }

    private void put(Map<String, AttributeValue> item) {
        table.client().putItem(put -> put.tableName(table.name()).item(item));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private AttributeValue inDays(int days) {
        return AttributeValue.fromN(
                Long.toString(clock.instant().plus(Duration.ofDays(days)).getEpochSecond()));
    }

    /// Cancels the first transactions because of another one; DynamoDB Local never does.
    private static final class CollidingClient implements DynamoDbClient {
        private final DynamoDbClient client;
        private final AtomicInteger collisions;

        CollidingClient(DynamoDbClient client, int collisions) {
            this.client = client;
            this.collisions = new AtomicInteger(collisions);
        }

        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (collisions.get() == 0) {
                return client.transactWriteItems(request);
            }
            collisions.decrementAndGet();
            CancellationReason none = CancellationReason.builder().code("None").build();
            CancellationReason conflict =
                    CancellationReason.builder().code("TransactionConflict").build();
            throw TransactionCanceledException.builder()
                    .cancellationReasons(none, none, conflict)
                    .build();
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return client.getItem(request);
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
