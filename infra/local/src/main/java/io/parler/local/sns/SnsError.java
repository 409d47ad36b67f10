package io.parler.local.sns;

/// An error response of SNS.
final class SnsError extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    private SnsError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static SnsError invalidParameter(String message) {
        return new SnsError(400, "InvalidParameter", "Invalid parameter: " + message);
    }

    static SnsError notFound(String what) {
        return new SnsError(404, "NotFound", what + " does not exist");
    }

    static SnsError invalidAction(String action) {
        return new SnsError(400, "InvalidAction", "sns:" + action + " is not supported here");
    }

    static SnsError undelivered(String message) {
        return new SnsError(500, "InternalError", message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
