package io.parler.postconversion;

import java.util.UUID;

/// Stores texts that are too large for an event.
public interface TextStore {
    /// Returns the key, which is the same for the same conversion; throws UnavailableException.
    String put(UUID conversionId, String text);

    /// Deletes the text of a conversion, if it has one.
    void delete(UUID conversionId);
}
