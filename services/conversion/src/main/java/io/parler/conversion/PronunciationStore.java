package io.parler.conversion;

import io.parler.conversion.speech.Pronunciations;

/// Each account's own pronunciations.
public interface PronunciationStore {
    /// None where none were ever given.
    Pronunciations of(String accountId);

    void keep(String accountId, Pronunciations pronunciations);
}
