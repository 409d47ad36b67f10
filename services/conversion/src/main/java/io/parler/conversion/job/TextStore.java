package io.parler.conversion.job;

/// A store of texts that are too large for an event.
@FunctionalInterface
public interface TextStore {
    /// The text stored under `key`.
    String get(String key);
}
