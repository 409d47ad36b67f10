package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.postconversion.IdempotencyStore;
import io.parler.postconversion.IdempotencyStoreContract;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class DynamoIdempotencyStoreIT extends IdempotencyStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Requests");

    private final DynamoIdempotencyStore store =
            new DynamoIdempotencyStore(table.client(), table.name(), clock);

    @Override
    protected IdempotencyStore store() {
        return store;
    }

    @Test
    void aClaimIsOneCall() {
        granted();
        store.claim(KEY, REQUEST, ID);

        assertThat(table.requests(UpdateItemRequest.class)).hasSize(2);
        assertThat(table.requests(DynamoDbRequest.class)).hasSize(2);
    }

    @Test
    void anItemExpiresADayAfterItsFirstClaim() {
        granted();
        long expiry = clock.instant().plus(Duration.ofHours(24)).getEpochSecond();
        clock.advance(Duration.ofMinutes(1));
        store.confirm(KEY, granted());

        assertThat(table.items())
                .singleElement()
                .extracting(item -> item.get("expiresAt"))
                .isEqualTo(AttributeValue.fromN(Long.toString(expiry)));
    }
}
