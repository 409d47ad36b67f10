package io.parler.postconversion;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Quotas in a map.
public final class QuotasInMemory implements Quotas {
    private final Map<String, Long> used = new HashMap<>();
    private final Set<UUID> counted = new HashSet<>();

    @Override
    public synchronized long used(String accountId, YearMonth month) {
        return used.getOrDefault(accountId + month, 0L);
    }

    @Override
    public synchronized boolean count(
            UUID conversionId, String accountId, YearMonth month, long characters) {
        if (!counted.add(conversionId)) {
            return false;
        }
        used.merge(accountId + month, characters, Long::sum);
        return true;
    }
}
