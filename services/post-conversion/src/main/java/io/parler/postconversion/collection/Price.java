package io.parler.postconversion.collection;

import java.math.BigDecimal;

/// What a post or a collection would be billed.
///
/// @param characters billable ones
/// @param dollars at the voice's list price
public record Price(long characters, BigDecimal dollars) {
    public static final Price NOTHING = new Price(0, BigDecimal.ZERO);

    Price plus(Price other) {
        return new Price(characters + other.characters, dollars.add(other.dollars));
    }
}
