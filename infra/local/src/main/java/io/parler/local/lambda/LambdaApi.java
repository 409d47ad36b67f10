package io.parler.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import io.parler.local.http.ApiServer.Answer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lambda's Invoke, version 2015-03-31: synchronous, asynchronous and dry runs.
final class LambdaApi {
    /// `/2015-03-31/functions/{name, or ARN}/invocations`.
    private static final Pattern PATH =
            Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

    /// The function name, from a name or a partial or full ARN, with or without a qualifier.
    private static final Pattern NAME =
            Pattern.compile("(?:(?:arn:[^:]*:lambda:[^:]*:)?[^:]*:function:)?([^:]+)(?::[^:]+)?");

    private static final int MAX_REQUEST_BYTES = 6 * 1024 * 1024;
    private static final int MAX_EVENT_BYTES = 1024 * 1024;

    /// An asynchronous event is tried three times.
    private static final int MAX_ATTEMPTS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Functions functions;

    LambdaApi(Functions functions) {
        this.functions = functions;
    }

    static boolean handles(String path) {
        return path.startsWith("/2015-03-31/");
    }

    Answer handle(HttpExchange request, byte[] body) {
        Matcher path = PATH.matcher(request.getRequestURI().getRawPath());
        if (!path.matches() || !request.getRequestMethod().equals("POST")) {
            return error(
                    501,
                    "UnsupportedOperationException",
                    "only Invoke is supported here, not "
                            + request.getRequestMethod()
                            + " "
                            + request.getRequestURI().getPath());
        }
        String requested = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(requested);
        if (!name.matches() || !functions.names().contains(name.group(1))) {
            return notFound(requested);
        }
        byte[] payload = body.length == 0 ? new byte[] {'{', '}'} : body;
        if (!isJson(payload)) {
            return error(
                    400,
                    "InvalidRequestContentException",
                    "Could not parse request body into json");
        }
        String type = request.getRequestHeaders().getFirst("X-Amz-Invocation-Type");
        return switch (type == null ? "RequestResponse" : type) {
            case "RequestResponse" -> synchronous(name.group(1), payload);
            case "Event" -> asynchronous(name.group(1), payload);
            case "DryRun" -> new Answer(204, Map.of(), new byte[0]);
            default -> error(400, "InvalidParameterValueException", "invocation type " + type);
        };
    }

    private Answer synchronous(String name, byte[] payload) {
        if (payload.length > MAX_REQUEST_BYTES) {
            return tooLarge(payload.length, MAX_REQUEST_BYTES);
        }
        Map<String, String> answered =
                Map.of("Content-Type", "application/json", "X-Amz-Executed-Version", "$LATEST");
        Map<String, String> failed =
                Map.of(
                        "Content-Type", "application/json",
                        "X-Amz-Executed-Version", "$LATEST",
                        "X-Amz-Function-Error", "Unhandled");
        return switch (functions.invoke(name, payload)) {
            case Invocation.Succeeded a -> new Answer(200, answered, a.payload());
            case Invocation.Failed f -> new Answer(200, failed, f.payload());
            case Invocation.Throttled t -> error(429, "TooManyRequestsException", "Rate Exceeded.");
            case Invocation.Unknown u -> notFound(name);
        };
    }

    private Answer asynchronous(String name, byte[] payload) {
        if (payload.length > MAX_EVENT_BYTES) {
            return tooLarge(payload.length, MAX_EVENT_BYTES);
        }
        Thread.ofVirtual().start(() -> deliver(name, payload));
        return new Answer(202, Map.of(), new byte[0]);
    }

    /// Retries as Lambda does: after one minute and after two. Throttled attempts do not count.
    private void deliver(String name, byte[] payload) {
        int failures = 0;
        try {
            while (failures < MAX_ATTEMPTS) {
                switch (functions.invoke(name, payload)) {
                    case Invocation.Succeeded a -> {
                        return;
                    }
                    case Invocation.Unknown u -> {
                        return;
                    }
                    case Invocation.Throttled t -> TimeUnit.SECONDS.sleep(1);
                    case Invocation.Failed f -> TimeUnit.MINUTES.sleep(++failures);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isJson(byte[] payload) {
        try {
            return !JSON.readTree(payload).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError("bytes are read from memory", e);
        }
    }

    private static Answer tooLarge(int length, int limit) {
        return error(
                413,
                "RequestTooLargeException",
                length
                        + " byte payload is too large for the RequestResponse invocation type (limit "
                        + limit
                        + " bytes)");
    }

    private static Answer notFound(String name) {
        return error(404, "ResourceNotFoundException", "Function not found: " + name);
    }

    private static Answer error(int status, String type, String message) {
        String body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("Type", "User")
                        .put("Message", message)
                        .toString();
        return new Answer(
                status,
                Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
