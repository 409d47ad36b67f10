package io.parler.postconversion.collection;

/// How far a post of a collection has come.
public enum PostStatus {
    WAITING,
    RUNNING,
    COMPLETED,
    FAILED,
    /// The collection ended before it, or it could not be started.
    SKIPPED;

    public boolean hasEnded() {
        return this == COMPLETED || this == FAILED || this == SKIPPED;
    }
}
