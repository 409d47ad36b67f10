package io.parler.conversion.aws.worker;

import java.math.BigDecimal;

/// What billed characters cost at the provider's list price, in an event.
record CostV1(String currency, BigDecimal amount) {
    static CostV1 of(BigDecimal dollars) {
        return new CostV1("USD", dollars);
    }
}
