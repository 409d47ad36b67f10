package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.postconversion.Outage;
import io.parler.postconversion.Requests;
import io.parler.postconversion.RequestsContract;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class DynamoRequestsIT extends RequestsContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Requests");

    private final DynamoRequests requests = new DynamoRequests(table.client(), table.name(), clock);

    @Override
    protected Requests requests() {
        return requests;
    }

    @Test
    void whatWasJustWrittenIsRead() {
        granted();
        requests.claim(KEY, REQUEST, ID);

        assertThat(table.requests(GetItemRequest.class)).allMatch(GetItemRequest::consistentRead);
    }

    @Test
    void anItemExpiresADayAfterItsFirstClaim() {
        granted();
        long expiry = clock.instant().plus(Duration.ofHours(24)).getEpochSecond();
        clock.advance(Duration.ofMinutes(1));
        requests.accepted(KEY, granted());

        assertThat(table.items())
                .singleElement()
                .extracting(item -> item.get("expiresAt"))
                .isEqualTo(AttributeValue.fromN(Long.toString(expiry)));
    }

    @Test
    void aTableThatDoesNotAnswerIsAnOutage() {
        Requests.Claim.Granted claim = granted();
        table.drop();

        assertThatThrownBy(this::granted).isInstanceOf(Outage.class);
        assertThatThrownBy(() -> requests.accepted(KEY, claim)).isInstanceOf(Outage.class);
        assertThatThrownBy(() -> requests.released(KEY, claim)).isInstanceOf(Outage.class);
    }
}
