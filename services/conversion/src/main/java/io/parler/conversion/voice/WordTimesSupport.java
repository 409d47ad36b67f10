package io.parler.conversion.voice;

/// Whether a service tells when each word is said.
public enum WordTimesSupport {
    NONE,
    /// With the audio, for nothing.
    FREE,
    /// In a call of its own that is billed like the audio's.
    BILLED
}
