package io.parler.conversion.voice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a service charges, in US dollars for a million characters.
public record Pricing(BigDecimal perMillion, Basis basis) {
    private static final int DECIMALS = 4;

    /// Which characters (Unicode code points) a service counts.
    public enum Basis {
        /// Of the words, not of the tags around them.
        WORDS,
        /// Of all the input.
        INPUT
    }

    public static Pricing of(String perMillion, Basis basis) {
        return new Pricing(new BigDecimal(perMillion), basis);
    }

    /// Dollars, to a hundredth of a cent.
    public BigDecimal price(long characters) {
        return perMillion
                .multiply(BigDecimal.valueOf(characters))
                .movePointLeft(6)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
