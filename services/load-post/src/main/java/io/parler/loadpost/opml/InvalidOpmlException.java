package io.parler.loadpost.opml;

/// A file that is no OPML; the message says why.
public final class InvalidOpmlException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidOpmlException(String message) {
        super(message);
    }
}
