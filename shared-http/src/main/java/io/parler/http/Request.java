package io.parler.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.parler.hash.ETag;
import io.parler.problem.FieldError;
import io.parler.problem.Problem;
import io.parler.problem.ProblemException;
import io.parler.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One request, as API Gateway delivered it, with its parameters checked as they are read.
public final class Request {
    private final APIGatewayV2HTTPEvent event;
    private final String requestId;
    private final String correlationId;

    Request(APIGatewayV2HTTPEvent event, String requestId, String correlationId) {
        this.event = event;
        this.requestId = requestId;
        this.correlationId = correlationId;
    }

    public String requestId() {
        return requestId;
    }

    public String correlationId() {
        return correlationId;
    }

    /// The route's key as in the template: `GET /v1/posts`.
    public String routeKey() {
        return Objects.requireNonNullElse(event.getRouteKey(), "");
    }

    /// The path as it was sent, without the query.
    public String rawPath() {
        return Objects.requireNonNullElse(event.getRawPath(), "/");
    }

    /// `?` and the query as it was sent; empty without one.
    public String rawQuery() {
        String query = event.getRawQueryString();
        return query == null || query.isEmpty() ? "" : "?" + query;
    }

    /// Who sent it.
    ///
    /// @throws ProblemException 401 or 403, when the authorizer let nobody in
    public Caller caller() {
        return Caller.of(event);
    }

    /// Who sent it, unless the authorizer let nobody in.
    public Optional<Caller> knownCaller() {
        try {
            return Optional.of(caller());
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    /// Whether another service invoked the function directly, and for itself.
    public boolean isDirect() {
        return event.getRequestContext() == null;
    }

    /// Whether the route only reads.
    boolean isRead() {
        return routeKey().startsWith("GET ") || routeKey().startsWith("HEAD ");
    }

    /// A query parameter; an empty one counts as absent.
    public Optional<String> query(String name) {
        return value(event.getQueryStringParameters(), name).filter(v -> !v.isBlank());
    }

    public String requiredQuery(String name) {
        return query(name)
                .orElseThrow(() -> badParameter("The query parameter '" + name + "' is missing."));
    }

    /// A whole number from `min` to `max`.
    public int intQuery(String name, int defaultValue, int min, int max) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return defaultValue;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of range.
        }
        throw badParameter(
                "The query parameter '"
                        + name
                        + "' takes a whole number from "
                        + min
                        + " to "
                        + max
                        + ".");
    }

    /// A variable of the route's path, decoded.
    public String path(String name) {
        return value(event.getPathParameters(), name)
                .orElseThrow(() -> new IllegalStateException("the route has no {" + name + "}"));
    }

    /// API Gateway hands over header names in lower case.
    public Optional<String> header(String name) {
        return value(event.getHeaders(), name.toLowerCase(Locale.ROOT));
    }

    /// By their names in lower case.
    public Map<String, String> headers() {
        return Objects.requireNonNullElse(event.getHeaders(), Map.of());
    }

    /// Each `name=value`.
    public List<String> cookies() {
        return Objects.requireNonNullElse(event.getCookies(), List.of());
    }

    /// Whether the caller has the version of this tag, by its `If-None-Match`.
    public boolean has(ETag tag) {
        return header("If-None-Match").filter(tag::matches).isPresent();
    }

    public byte[] bodyBytes() {
        String body = event.getBody();
        if (body == null) {
            return new byte[0];
        }
        return event.getIsBase64Encoded()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /// Limits the size of the body.
    ///
    /// @throws ProblemException 413 when it is larger
    public void requireBodyOfAtMost(int maxBytes) {
        int bytes = bodyBytes().length;
        if (bytes > maxBytes) {
            throw new ProblemException(
                    ProblemType.BODY_TOO_LARGE,
                    "It has " + bytes + " bytes; " + maxBytes + " are the most.");
        }
    }

    /// The body as JSON: 400 when it isn't JSON, 422 with the invalid field when it isn't of this
    /// type.
    public <T> T body(Class<T> type) {
        byte[] body = bodyBytes();
        if (body.length == 0) {
            throw invalidJson("The request has no body; send JSON.");
        }
        try {
            return Json.read(body, type);
        } catch (JsonParseException e) {
            throw invalidJson("The body isn't JSON" + at(e) + ".");
        } catch (JsonMappingException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.INVALID_BODY,
                            "A field has a value of another type than the API takes.",
                            List.of(new FieldError(pointer(e), "has another type"))));
        } catch (JacksonException e) {
            throw invalidJson("The body isn't JSON.");
        } catch (NullPointerException e) {
            throw invalidJson("The body is the JSON value null; send an object.");
        }
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line "
                        + e.getLocation().getLineNr()
                        + ", column "
                        + e.getLocation().getColumnNr()
                        + ")";
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/')
                    .append(
                            step.getFieldName() == null
                                    ? String.valueOf(step.getIndex())
                                    : step.getFieldName().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static Optional<String> value(@Nullable Map<String, String> values, String name) {
        return values == null ? Optional.empty() : Optional.ofNullable(values.get(name));
    }

    private static ProblemException badParameter(String detail) {
        return new ProblemException(ProblemType.INVALID_PARAMETER, detail);
    }

    private static ProblemException invalidJson(String detail) {
        return new ProblemException(ProblemType.INVALID_JSON, detail);
    }
}
