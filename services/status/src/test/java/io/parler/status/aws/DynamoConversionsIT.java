package io.parler.status.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.status.Conversions;
import io.parler.status.ConversionsContract;
import io.parler.status.Histories;
import io.parler.testing.dynamodb.LocalTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class DynamoConversionsIT extends ConversionsContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Conversions");

    private final DynamoConversions conversions =
            new DynamoConversions(table.client(), table.name());

    @Override
    protected Conversions conversions() {
        return conversions;
    }

    @Test
    void whatWasJustWrittenIsRead() {
        conversions.find(id(1));

        assertThat(table.requests(GetItemRequest.class))
                .singleElement()
                .matches(GetItemRequest::consistentRead);
    }

    @Test
    void anItemExpires400DaysAfterItsConversionWasRequestedWhateverIsWrittenFirst() {
        conversions.asked(id(1), Histories.ASKED);
        conversions.reached(id(2), Histories.completed(1, id(2).createdAt()));

        long expiry = id(1).createdAt().plusSeconds(400L * 24 * 60 * 60).getEpochSecond();
        assertThat(table.items())
                .hasSize(2)
                .extracting(item -> item.get("expiresAt"))
                .containsOnly(AttributeValue.fromN(Long.toString(expiry)));
    }
}
