package io.parler.cli;

/// The command can't do what it was asked; the message says why.
final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String reason) {
        super(reason);
    }
}
