package io.parler.conversion.speech;

/// Each account's own pronunciations.
public interface PronunciationStore {
    /// None where none were ever given.
    Pronunciations get(String accountId);

    void put(String accountId, Pronunciations pronunciations);
}
