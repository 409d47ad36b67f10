package io.parler.loadpost.fetch;

/// An address that can't be read as http or https; the message says why, in words for the user.
public final class UnreadableAddress extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableAddress(String message) {
        super(message);
    }
}
