package io.parler.deploy.suite;

/// An error that the user can act on; the message is one sentence or a short list.
public final class DeployException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DeployException(String message) {
        super(message);
    }
}
