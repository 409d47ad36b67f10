package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Amounts as the API has them, in writing: `$0.0416`, `$16`.
final class Money {
    private static final int CENTS = 2;
    private static final int DECIMALS = 4;

    private Money() {}

    /// @param price `{currency, amount}`, to a hundredth of a cent, as the API tells it
    static String amount(JsonNode price) {
        return sign(price)
                + decimal(price.path("amount"))
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /// @param price `{currency, perMillionCharacters}`
    static String perMillion(JsonNode price) {
        BigDecimal amount = decimal(price.path("perMillionCharacters")).stripTrailingZeros();
        return sign(price)
                + (amount.scale() == 1 ? amount.setScale(CENTS) : amount).toPlainString();
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.isNumber() ? new BigDecimal(number.asText()) : BigDecimal.ZERO;
    }

    private static String sign(JsonNode price) {
        String currency = price.path("currency").asText("USD");
        return currency.equals("USD") ? "$" : currency + " ";
    }
}
