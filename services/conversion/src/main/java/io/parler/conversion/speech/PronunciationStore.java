package io.parler.conversion.speech;

/// Stores the pronunciation rules of each account.
public interface PronunciationStore {
    /// Empty if the account has none.
    Pronunciations get(String accountId);

    void put(String accountId, Pronunciations pronunciations);
}
