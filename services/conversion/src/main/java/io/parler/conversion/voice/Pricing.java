package io.parler.conversion.voice;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// The price of an engine in US dollars per million characters.
public record Pricing(BigDecimal perMillion, Basis basis) {
    private static final int DECIMALS = 4;

    /// Which characters (Unicode code points) a provider bills.
    public enum Basis {
        /// Those of the text, without SSML tags.
        WORDS,
        /// Those of the whole input, with SSML tags.
        INPUT
    }

    public static Pricing of(String perMillion, Basis basis) {
        return new Pricing(new BigDecimal(perMillion), basis);
    }

    /// The price in US dollars, rounded to a hundredth of a cent.
    public BigDecimal price(long characters) {
        return perMillion
                .multiply(BigDecimal.valueOf(characters))
                .movePointLeft(6)
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
