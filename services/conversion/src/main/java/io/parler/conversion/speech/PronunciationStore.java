package io.parler.conversion.speech;

/// Each account's own pronunciations.
public interface PronunciationStore {
    /// None where none were ever given.
    Pronunciations of(String accountId);

    void keep(String accountId, Pronunciations pronunciations);
}
