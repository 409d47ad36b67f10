package io.parler.conversion.testing;

import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.speech.Pronunciations;
import java.util.HashMap;
import java.util.Map;

/// Stores the pronunciations of accounts in memory.
public final class PronunciationsInMemory implements PronunciationStore {
    private final Map<String, Pronunciations> rules = new HashMap<>();

    @Override
    public Pronunciations get(String accountId) {
        return rules.getOrDefault(accountId, Pronunciations.NONE);
    }

    @Override
    public void put(String accountId, Pronunciations pronunciations) {
        rules.put(accountId, pronunciations);
    }
}
