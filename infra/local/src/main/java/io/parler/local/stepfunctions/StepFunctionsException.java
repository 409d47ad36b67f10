package io.parler.local.stepfunctions;

/// An error of the API, by the name that clients know.
final class StepFunctionsException extends Exception {
    private static final long serialVersionUID = 1;
    private final String type;

    StepFunctionsException(String type, String message) {
        super(message);
        this.type = type;
    }

    String type() {
        return type;
    }
}
