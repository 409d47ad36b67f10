package io.parler.postconversion.usage;

import io.parler.id.AccountId;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/// Stores the reservation of each conversion, and what is used of each month (UTC). Every method
/// throws UnavailableException.
public interface UsageStore {
    Usage get(AccountId account, YearMonth month);

    /// The characters that all accounts together have used.
    long usedByAll(YearMonth month);

    Optional<StoredReservation> reservation(UUID conversion);

    /// Applies a change as a whole, or not at all.
    Result apply(UsageChange change);

    /// Deletes the months of an account.
    void delete(AccountId account);

    /// The result of a change.
    sealed interface Result {
        record Applied() implements Result {}

        /// The reservation is not what it was.
        record Outdated() implements Result {}

        /// A month would pass its cap.
        ///
        /// @param used the characters that are billed or reserved by now
        record CapReached(MonthlyCaps.Cap cap, long used) implements Result {}
    }
}
