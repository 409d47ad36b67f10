package io.parler.local.engine;

/// An engine can't run on this operating system or processor; the message says what to do.
public final class UnsupportedPlatformException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnsupportedPlatformException(String message) {
        super(message);
    }
}
