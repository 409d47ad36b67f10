package io.parler.local.stepfunctions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// An error of a state: a name that retriers and catchers match, and its cause.
final class StateError extends Exception {
    static final String TIMEOUT = "States.Timeout";
    static final String RUNTIME = "States.Runtime";
    static final String QUERY = "States.QueryEvaluationError";
    static final String TOO_LARGE = "States.DataLimitExceeded";

    private static final long serialVersionUID = 1;

    /// What `States.ALL` doesn't match.
    private static final Set<String> FINAL = Set.of(RUNTIME, TOO_LARGE);

    private final String error;
    private final String cause;

    StateError(String error, String cause) {
        super(error + ": " + cause, null, false, false);
        this.error = error;
        this.cause = cause;
    }

    String error() {
        return error;
    }

    String cause() {
        return cause;
    }

    /// Whether the error is one of these names, which are an `ErrorEquals`.
    boolean isOneOf(JsonNode names) {
        for (JsonNode name : names) {
            boolean matches =
                    switch (name.asText()) {
                        case "States.ALL" -> !FINAL.contains(error);
                        case "States.TaskFailed" ->
                                !error.equals(TIMEOUT) && !FINAL.contains(error);
                        default -> name.asText().equals(error);
                    };
            if (matches) {
                return true;
            }
        }
        return false;
    }
}
