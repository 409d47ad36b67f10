package io.parler.conversion.job;

/// Texts too large for an event.
@FunctionalInterface
public interface Texts {
    /// The text kept under `key`.
    String text(String key);
}
