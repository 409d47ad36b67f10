package io.parler.postconversion;

import java.time.YearMonth;
import java.util.UUID;

/// The characters each account was billed in each month (UTC). Every method throws Outage.
public interface Quotas {
    long used(String accountId, YearMonth month);

    /// Counts a conversion. False when it was counted before.
    boolean count(UUID conversionId, String accountId, YearMonth month, long characters);
}
