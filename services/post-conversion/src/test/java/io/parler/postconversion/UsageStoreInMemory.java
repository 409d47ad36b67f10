package io.parler.postconversion;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// UsageStore in a map.
public final class UsageStoreInMemory implements UsageStore {
    private final Map<String, Long> used = new HashMap<>();
    private final Set<UUID> counted = new HashSet<>();

    @Override
    public synchronized long get(String accountId, YearMonth month) {
        return used.getOrDefault(accountId + month, 0L);
    }

    @Override
    public synchronized boolean add(
            UUID conversionId, String accountId, YearMonth month, long characters) {
        if (!counted.add(conversionId)) {
            return false;
        }
        used.merge(accountId + month, characters, Long::sum);
        return true;
    }
}
