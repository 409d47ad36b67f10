package io.parler.cli;

/// The command failed for a reason that the user can act on; the message is one sentence.
final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CommandException(String reason) {
        super(reason);
    }
}
