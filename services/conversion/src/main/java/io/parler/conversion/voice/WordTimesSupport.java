package io.parler.conversion.voice;

/// Whether a provider returns the start time of each word.
public enum WordTimesSupport {
    NONE,
    /// They come with the audio, free of charge.
    FREE,
    /// They need a separate call, which is billed like that for the audio.
    BILLED
}
