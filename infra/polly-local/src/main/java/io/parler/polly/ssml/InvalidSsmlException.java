package io.parler.polly.ssml;

import java.io.Serial;

/// The text is not SSML that Polly accepts; the message is the one Polly gives.
public final class InvalidSsmlException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    InvalidSsmlException() {
        this("Invalid SSML request");
    }

    InvalidSsmlException(String message) {
        super(message);
    }
}
