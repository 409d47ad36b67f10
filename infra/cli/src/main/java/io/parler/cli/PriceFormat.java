package io.parler.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Formats prices from the API: `$0.0416`, `$16`.
final class PriceFormat {
    private static final int CENTS = 2;
    private static final int DECIMALS = 4;

    private PriceFormat() {}

    /// @param price `{currency, amount}`; shown to a hundredth of a cent
    static String amount(JsonNode price) {
        return currency(price)
                + decimal(price.path("amount"))
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /// @param price `{currency, perMillionCharacters}`
    static String perMillion(JsonNode price) {
        BigDecimal amount = decimal(price.path("perMillionCharacters")).stripTrailingZeros();
        return currency(price)
                + (amount.scale() == 1 ? amount.setScale(CENTS) : amount).toPlainString();
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.isNumber() ? new BigDecimal(number.asText()) : BigDecimal.ZERO;
    }

    private static String currency(JsonNode price) {
        String code = price.path("currency").asText("USD");
        return code.equals("USD") ? "$" : code + " ";
    }
}
