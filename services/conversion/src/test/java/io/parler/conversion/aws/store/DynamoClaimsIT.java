package io.parler.conversion.aws.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.conversion.chunk.Claims;
import io.parler.conversion.chunk.ClaimsContract;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoClaimsIT extends ClaimsContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Claims");

    private final DynamoClaims claims =
            new DynamoClaims(table.client(), table.name(), Duration.ofSeconds(130), clock);

    @Override
    protected Claims claims() {
        return claims;
    }

    @Test
    void anItemExpiresWithItsClaim() {
        claims.take(CHUNK, FIRST);
        long expiry = clock.instant().plus(Duration.ofSeconds(130)).getEpochSecond();

        assertThat(table.items())
                .singleElement()
                .extracting(item -> item.get("expiresAt"))
                .isEqualTo(AttributeValue.fromN(Long.toString(expiry)));
    }
}
