package io.parler.postconversion.usage;

/// Whether the characters of a conversion are reserved.
public sealed interface Reservation {
    record Granted(long characters) implements Reservation {}

    /// The conversion would be billed more than its owner agreed to.
    record AboveQuote(long quoted, long exact) implements Reservation {}

    /// Too little is left of a cap.
    ///
    /// @param used the characters of the month that are billed or reserved
    record Refused(MonthlyCaps.Cap cap, long limit, long used) implements Reservation {}
}
