package io.parler.conversion.speech;

import io.parler.id.AccountId;

/// Stores the pronunciation rules of each account.
public interface PronunciationStore {
    /// Empty if the account has none.
    Pronunciations get(AccountId account);

    void put(AccountId account, Pronunciations pronunciations);

    void delete(AccountId account);
}
