package io.parler.polly.http;

import java.io.Serial;

/// An error response: Polly's error code, the HTTP status and the message.
final class PollyException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final String code;
    private final int status;

    PollyException(String code, String message) {
        this(code, 400, message);
    }

    PollyException(String code, int status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    /// The value of the `x-amzn-ErrorType` header.
    String code() {
        return code;
    }

    int status() {
        return status;
    }

    static PollyException validation(String message) {
        return new PollyException("ValidationException", message);
    }

    /// Polly throttles with 400, not 429.
    static PollyException throttled() {
        return new PollyException("ThrottlingException", "Rate exceeded");
    }

    static PollyException serviceFailure() {
        return new PollyException("ServiceFailureException", 500, "Service failure");
    }
}
