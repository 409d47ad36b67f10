package io.parler.postconversion.usage;

import java.util.Optional;
import java.util.UUID;

/// A change to the reservation of a conversion and to the month that it counts in, of its account
/// and of the installation.
///
/// @param before the reservation as it was read; the change applies only while it is still so
/// @param used added to the characters that are billed or reserved
/// @param reserved added to the reserved ones of them
/// @param bill added to what each voice service billed
/// @param caps what the months may not pass; empty for characters that are already billed
public record UsageChange(
        UUID conversion,
        Optional<StoredReservation> before,
        StoredReservation after,
        long used,
        long reserved,
        Optional<Bill> bill,
        Optional<MonthlyCaps> caps) {}
