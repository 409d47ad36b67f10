package io.parler.http;

import io.parler.logging.Correlation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request to the API function of another service, as API Gateway would send it.
///
/// @param route as in the template: `GET /v1/posts`
/// @param path the values of the route's variables
/// @param caller whom the request is for; without one it is for this service itself
public record FunctionRequest(
        String route,
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable String body,
        Optional<Caller> caller) {
    public FunctionRequest {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    public static FunctionRequest of(String route) {
        return new FunctionRequest(route, Map.of(), Map.of(), Map.of(), null, Optional.empty());
    }

    /// With a variable of the path.
    public FunctionRequest path(String name, String value) {
        Map<String, String> added = new HashMap<>(path);
        added.put(name, value);
        return new FunctionRequest(route, added, query, headers, body, caller);
    }

    public FunctionRequest query(Map<String, String> parameters) {
        return new FunctionRequest(route, path, parameters, headers, body, caller);
    }

    public FunctionRequest headers(Map<String, String> fields) {
        return new FunctionRequest(route, path, query, fields, body, caller);
    }

    public FunctionRequest body(Object json) {
        return new FunctionRequest(route, path, query, headers, Json.string(json), caller);
    }

    public FunctionRequest onBehalfOf(Caller other) {
        return new FunctionRequest(route, path, query, headers, body, Optional.of(other));
    }

    /// The fields of API Gateway's payload format 2.0 that the handlers use.
    ///
    /// Source: API Gateway Developer Guide, "AWS Lambda proxy integrations for HTTP APIs".
    Map<String, Object> event() {
        Map<String, Object> event = new HashMap<>();
        event.put("version", "2.0");
        event.put("routeKey", route);
        event.put("rawPath", rawPath());
        event.put("rawQueryString", "");
        event.put("headers", allHeaders());
        event.put("pathParameters", path);
        event.put("queryStringParameters", query);
        event.put("isBase64Encoded", false);
        if (body != null) {
            event.put("body", body);
        }
        caller.ifPresent(
                known ->
                        event.put(
                                "requestContext",
                                Map.of("authorizer", Map.of("lambda", known.context()))));
        return event;
    }

    private String rawPath() {
        String raw = route.substring(route.indexOf('/'));
        for (Map.Entry<String, String> variable : path.entrySet()) {
            raw = raw.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return raw;
    }

    private Map<String, String> allHeaders() {
        Map<String, String> all = new HashMap<>(headers);
        // A large body fits into a response only when it is compressed.
        all.put("accept-encoding", "gzip");
        all.put("x-correlation-id", Correlation.current().orElseGet(Correlation::create));
        return all;
    }
}
