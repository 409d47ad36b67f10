package io.parler.local.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Creates the error JSON of Lambda's Java runtime.
final class LambdaErrors {
    /// The error type when the process has exited.
    static final String EXIT = "Runtime.ExitError";

    private LambdaErrors() {}

    static Invocation.Failed of(Throwable thrown) {
        String type = thrown.getClass().getName();
        ObjectNode json = json(type, thrown.getMessage());
        stack(json, thrown);
        int depth = 0;
        ObjectNode at = json;
        for (Throwable cause = thrown.getCause();
                cause != null && depth < 5;
                cause = cause.getCause(), depth++) {
            ObjectNode inner = json(cause.getClass().getName(), cause.getMessage());
            stack(inner, cause);
            at.set("cause", inner);
            at = inner;
        }
        String message = thrown.getMessage();
        return new Invocation.Failed(type, message == null ? type : message, bytes(json));
    }

    static Invocation.Failed of(String type, String message, String requestId) {
        return new Invocation.Failed(
                type, message, bytes(json(type, "RequestId: " + requestId + " Error: " + message)));
    }

    static Invocation.Failed exited(String reason, String requestId) {
        return of(EXIT, reason, requestId);
    }

    static Invocation.Failed initTimedOut(String requestId) {
        return of("Sandbox.Timedout", "the handler was not constructed in time", requestId);
    }

    static Invocation.Failed timedOut(Duration timeout, String requestId) {
        String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
        return of("Sandbox.Timedout", "Task timed out after " + seconds + " seconds", requestId);
    }

    static Invocation.Failed responseTooLarge(int limit, String requestId) {
        return of(
                "Function.ResponseSizeTooLarge",
                "Response payload size exceeded maximum allowed payload size ("
                        + limit
                        + " bytes).",
                requestId);
    }

    private static ObjectNode json(String type, @Nullable String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("errorMessage", message);
        json.put("errorType", type);
        return json;
    }

    private static void stack(ObjectNode json, Throwable thrown) {
        ArrayNode frames = json.putArray("stackTrace");
        for (StackTraceElement frame : thrown.getStackTrace()) {
            frames.add(
                    frame.getClassName()
                            + "."
                            + frame.getMethodName()
                            + "("
                            + (frame.getFileName() == null ? "Unknown Source" : frame.getFileName())
                            + (frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber())
                            + ")");
        }
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
