package io.parler.conversion.job;

/// Texts too large for an event.
@FunctionalInterface
public interface TextStore {
    /// The text kept under `key`.
    String get(String key);
}
