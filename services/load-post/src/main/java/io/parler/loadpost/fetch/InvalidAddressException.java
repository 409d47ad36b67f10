package io.parler.loadpost.fetch;

/// Thrown for a text that is no http or https address. The message is for the user.
public final class InvalidAddressException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidAddressException(String message) {
        super(message);
    }
}
