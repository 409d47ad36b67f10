package io.parler.postconversion.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.postconversion.SettableClock;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DynamoQuotasIT {
    private static final YearMonth MONTH = YearMonth.of(2026, 11);

    private final ATable table = ATable.withKey("id");
    private final DynamoQuotas quotas =
            new DynamoQuotas(
                    table.dynamo(), table.name(), new SettableClock("2026-11-20T10:15:30Z"));

    @Test
    void eachConversionCountsOnceInItsMonth() {
        assertThat(quotas.used("public", MONTH)).isZero();

        assertThat(quotas.count(new UUID(0, 1), "public", MONTH, 2_764)).isTrue();
        assertThat(quotas.count(new UUID(0, 1), "public", MONTH, 2_764)).isFalse();
        assertThat(quotas.count(new UUID(0, 2), "public", MONTH, 236)).isTrue();
        assertThat(quotas.count(new UUID(0, 3), "public", MONTH.plusMonths(1), 5)).isTrue();
        assertThat(quotas.count(new UUID(0, 4), "somebody", MONTH, 7)).isTrue();

        assertThat(quotas.used("public", MONTH)).isEqualTo(3_000);
    }
}
