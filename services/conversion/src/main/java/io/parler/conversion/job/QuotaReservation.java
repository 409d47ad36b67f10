package io.parler.conversion.job;

import io.parler.id.AccountId;
import io.parler.problem.Problem;
import java.util.Optional;

/// Reserves the characters of a conversion within the caps of its account.
@FunctionalInterface
public interface QuotaReservation {
    /// Sets the reservation of a conversion to the exact number of characters that it will be
    /// billed in all. The problem says which cap they would pass.
    Optional<Problem> reserve(String conversion, AccountId account, int characters);
}
