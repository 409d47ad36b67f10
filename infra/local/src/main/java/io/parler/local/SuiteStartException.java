package io.parler.local;

/// The suite can't start, for a reason that the user can act on; the message is one sentence.
public final class SuiteStartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SuiteStartException(String reason) {
        super(reason);
    }
}
