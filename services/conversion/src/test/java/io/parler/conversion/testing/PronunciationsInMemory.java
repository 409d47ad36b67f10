package io.parler.conversion.testing;

import io.parler.conversion.speech.PronunciationStore;
import io.parler.conversion.speech.Pronunciations;
import io.parler.id.AccountId;
import java.util.HashMap;
import java.util.Map;

/// Stores the pronunciations of accounts in memory.
public final class PronunciationsInMemory implements PronunciationStore {
    private final Map<AccountId, Pronunciations> rules = new HashMap<>();

    @Override
    public Pronunciations get(AccountId account) {
        return rules.getOrDefault(account, Pronunciations.NONE);
    }

    @Override
    public void put(AccountId account, Pronunciations pronunciations) {
        rules.put(account, pronunciations);
    }

    @Override
    public void delete(AccountId account) {
        rules.remove(account);
    }
}
