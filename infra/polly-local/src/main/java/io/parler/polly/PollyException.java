package io.parler.polly;

import java.io.Serial;

/// An answer of Polly's that is an error: its code, its HTTP status and a sentence for the caller.
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

    /// What goes into `x-amzn-ErrorType`.
    String code() {
        return code;
    }

    int status() {
        return status;
    }

    static PollyException validation(String message) {
        return new PollyException("ValidationException", message);
    }

    static PollyException invalidSsml() {
        return invalidSsml("Invalid SSML request");
    }

    static PollyException invalidSsml(String message) {
        return new PollyException("InvalidSsmlException", message);
    }

    /// 400, not 429: that is how Polly says it.
    static PollyException throttled() {
        return new PollyException("ThrottlingException", "Rate exceeded");
    }

    static PollyException failure() {
        return new PollyException("ServiceFailureException", 500, "Service failure");
    }
}
