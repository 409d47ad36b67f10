package io.parler.status.plays;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import java.time.LocalDate;
import java.time.Period;
import java.util.stream.Stream;

/// Stores the plays of an account's recordings by day.
public interface PlayStore {
    /// How long a day's counts are stored.
    Period TTL = Period.ofDays(800);

    /// Adds to the counts of a day. Concurrent calls all count.
    void add(AccountId account, DailyPlays plays);

    /// The plays from the first to the last day, both included, in no order.
    Stream<DailyPlays> list(AccountId account, LocalDate first, LocalDate last);

    /// Deletes what was counted of a recording until a day.
    void delete(AccountId account, ConversionId recording, LocalDate today);
}
