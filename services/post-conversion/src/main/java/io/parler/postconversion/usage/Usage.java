package io.parler.postconversion.usage;

import java.math.BigDecimal;
import java.util.List;

/// What an account has used of a month.
///
/// @param used characters that are billed or reserved; they count against the cap
/// @param reserved those of conversions that have not ended
/// @param bills one for each voice service, by name
public record Usage(long used, long reserved, List<Bill> bills) {
    public static final Usage NONE = new Usage(0, 0, List.of());

    public Usage {
        bills = List.copyOf(bills);
    }

    public long billed() {
        return used - reserved;
    }

    /// In US dollars.
    public BigDecimal cost() {
        return bills.stream().map(Bill::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
