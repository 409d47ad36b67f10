package io.parler.status;

import io.parler.id.AccountId;
import io.parler.id.ConversionId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Stores conversions: a completed one for as long as its audio, without end, and a deleted one
/// too; any other for 400 days.
public interface ConversionStore {
    Duration TTL = Duration.ofDays(400);

    Optional<Conversion> get(ConversionId id);

    /// The account that it belongs to; empty while no event said it.
    Optional<AccountId> account(ConversionId id);

    /// Stores the account, if none is stored.
    void put(ConversionId id, AccountId account);

    /// Stores what was requested, unless the conversion was deleted; the state stays as it is.
    void put(ConversionId id, RequestSummary request);

    /// Stores the state, unless one of the same or a higher order is stored: then it is false. Of a
    /// deleted conversion nothing but its state and account is left.
    boolean put(ConversionId id, State state);

    /// Gives a completed conversion a title of its own, which it keeps. The number of the change,
    /// which grows; empty if it isn't completed.
    OptionalLong rename(ConversionId id, String title);
}
