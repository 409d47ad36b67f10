package io.parler.postconversion;

import java.time.YearMonth;
import java.util.UUID;

/// Stores how many characters each account was billed in each month (UTC). Every method throws
/// UnavailableException.
public interface UsageStore {
    long get(String accountId, YearMonth month);

    /// Adds a conversion's characters, once. False when it was added before.
    boolean add(UUID conversionId, String accountId, YearMonth month, long characters);
}
