package io.parler.postconversion.usage;

/// Whether the characters of a conversion are reserved.
public sealed interface Reservation {
    record Granted(long characters) implements Reservation {}

    /// Too little is left of a cap.
    ///
    /// @param used the characters of the month that are billed or reserved
    record Refused(MonthlyCaps.Cap cap, long limit, long used) implements Reservation {}
}
