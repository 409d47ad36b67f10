package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.status.ConversionStore;
import io.parler.status.ConversionStoreContract;
import io.parler.status.Histories;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class DynamoConversionStoreIT extends ConversionStoreContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Conversions");

    private final DynamoConversionStore conversions =
            new DynamoConversionStore(table.client(), table.name());

    @Override
    protected ConversionStore conversions() {
        return conversions;
    }

    @Test
    void whatWasJustWrittenIsRead() {
        conversions.get(id(1));

        assertThat(table.requests(GetItemRequest.class))
                .singleElement()
                .matches(GetItemRequest::consistentRead);
    }

    @Test
    void anItemExpires400DaysAfterItsConversionWasRequestedWhateverIsWrittenFirst() {
        conversions.put(id(1), Histories.REQUEST);
        conversions.put(id(2), Histories.failed(1, id(2).createdAt()));

        long expiry = id(1).createdAt().plusSeconds(400L * 24 * 60 * 60).getEpochSecond();
        assertThat(table.items())
                .hasSize(2)
                .extracting(item -> item.get("expiresAt"))
                .containsOnly(AttributeValue.fromN(Long.toString(expiry)));
    }

    @Test
    void aCompletedConversionStaysWhateverIsWrittenLater() {
        conversions.put(id(1), Histories.REQUEST);
        conversions.put(id(1), Histories.completed(1, id(1).createdAt()));
        conversions.put(id(2), Histories.completed(1, id(2).createdAt()));
        conversions.put(id(2), Histories.REQUEST);

        long end = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        assertThat(table.items())
                .hasSize(2)
                .extracting(item -> item.get("expiresAt"))
                .containsOnly(AttributeValue.fromN(Long.toString(end)));
    }
}
