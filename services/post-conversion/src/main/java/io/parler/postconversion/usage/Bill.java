package io.parler.postconversion.usage;

import java.math.BigDecimal;

/// What a voice service billed for a conversion.
///
/// @param service its name, such as `polly`
/// @param cost in US dollars, at its list price
public record Bill(String service, long characters, BigDecimal cost) {
    public Bill {
        if (characters < 0 || cost.signum() < 0) {
            throw new IllegalArgumentException("a bill is not negative");
        }
    }

    Bill plus(Bill other) {
        return new Bill(service, characters + other.characters, cost.add(other.cost));
    }
}
