package io.parler.conversion;

/// The SHA-256, in hexadecimal, of what was spoken and how.
public record ChunkKey(String sha256) {
    public ChunkKey {
        if (sha256.length() != 64) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
    }
}
