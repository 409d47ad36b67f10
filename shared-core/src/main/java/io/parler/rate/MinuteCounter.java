package io.parler.rate;

import java.time.Instant;

/// Counts calls by account and minute, for all instances of a function together.
@FunctionalInterface
public interface MinuteCounter {
    /// Counts a call, unless `max` were counted in that minute before. Of several at once, no more
    /// than `max` are counted.
    ///
    /// @param account the account's storage key
    /// @param minute its start
    boolean count(String account, Instant minute, long max);
}
