package io.parler.postconversion.collection;

/// How far a collection has come.
public enum CollectionStatus {
    /// Its posts are listed and quoted.
    PREPARING,
    /// It waits for its owner's yes.
    AWAITING_APPROVAL,
    RUNNING,
    /// Conversions that run go on, no other one starts.
    PAUSED,
    /// Conversions that run go on to their end, and then it is cancelled.
    CANCELLING,
    CANCELLED,
    COMPLETED,
    FAILED;

    /// Whether something is done for it.
    public boolean isBusy() {
        return this == PREPARING || this == RUNNING || this == CANCELLING;
    }

    /// Whether it changes no more.
    boolean hasEnded() {
        return this == CANCELLED || this == COMPLETED || this == FAILED;
    }
}
