package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parler.postconversion.Outage;
import io.parler.postconversion.Quotas;
import io.parler.postconversion.QuotasContract;
import io.parler.testing.SettableClock;
import io.parler.testing.dynamodb.LocalTable;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoQuotasIT extends QuotasContract {
    @RegisterExtension final LocalTable table = LocalTable.of("Quotas");

    private final SettableClock clock = new SettableClock("2026-11-20T10:15:30Z");
    private final DynamoQuotas quotas = new DynamoQuotas(table.client(), table.name(), clock);

    @Override
    protected Quotas quotas() {
        return quotas;
    }

    @Test
    void aMonthExpiresAfter400DaysAndTheMarkerOfAConversionAfter40() {
        quotas.count(id(1), "public", MONTH, 1);

        assertThat(table.items())
                .extracting(item -> item.get("expiresAt"))
                .containsExactlyInAnyOrder(inDays(40), inDays(400));
    }

    @Test
    void aTableThatDoesNotAnswerIsAnOutage() {
        table.drop();

        assertThatThrownBy(() -> quotas.used("public", MONTH)).isInstanceOf(Outage.class);
        assertThatThrownBy(() -> quotas.count(id(1), "public", MONTH, 1))
                .isInstanceOf(Outage.class);
    }

    private AttributeValue inDays(int days) {
        return AttributeValue.fromN(
                Long.toString(clock.instant().plus(Duration.ofDays(days)).getEpochSecond()));
    }
}
