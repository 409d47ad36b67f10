package io.parler.postconversion;

import java.util.UUID;

/// Where texts lie that are too large for an event.
public interface Texts {
    /// Returns the key; the same conversion has the same key. Throws Outage.
    String put(UUID conversionId, String text);
}
