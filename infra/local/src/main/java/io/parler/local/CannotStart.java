package io.parler.local;

/// The suite can't run, for a reason the user can do something about; the message is one sentence.
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String reason) {
        super(reason);
    }
}
