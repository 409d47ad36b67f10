package io.parler.frontend;

/// An MP3 in the audio bucket.
public record Audio(String key, long bytes, double seconds) {
    public Audio {
        if (key.isEmpty() || bytes < 1 || seconds < 0) {
            throw new IllegalArgumentException("audio has a key, a size and a playing time");
        }
    }
}
