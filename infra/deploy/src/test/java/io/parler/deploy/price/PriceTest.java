package io.parler.deploy.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PriceTest {
    @Test
    void aPriceIsForItsNumberOfUnits() {
        assertThat(Price.API_REQUEST.of(new BigDecimal("1500000"))).isEqualByComparingTo("1.50");
        assertThat(Price.BUCKET_WRITE.of(new BigDecimal("200"))).isEqualByComparingTo("0.001");
    }

    @Test
    void onlyWhatExceedsTheFreeUnitsOfAMonthIsBilled() {
        assertThat(Price.QUEUE_REQUEST.ofMonth(new BigDecimal("1000000")))
                .isEqualByComparingTo("0");
        assertThat(Price.QUEUE_REQUEST.ofMonth(new BigDecimal("3000000")))
                .isEqualByComparingTo("0.80");
    }

    @ParameterizedTest
    @EnumSource(Price.class)
    void eachPriceNamesItsPage(Price price) {
        assertThat(price.source()).matches("https://aws\\.amazon\\.com/[a-z0-9/-]+/pricing/");
        assertThat(price.of(BigDecimal.ONE)).isPositive();
    }
}
