package io.parler.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parler.local.iam.RoleCheck;
import io.parler.local.lambda.Invocation;
import io.parler.local.stack.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Serves an HTTP API as API Gateway does: finds the route, lets its authorizer decide, invokes the
/// function, and sends its response or API Gateway's own error.
final class HttpApi implements Origin {
    /// Lambda's limit for requests and responses.
    private static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

    /// Hop-by-hop headers; API Gateway sets its own.
    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    private final Api api;
    private final RouteTable routes;
    private final BiFunction<String, byte[], Invocation> functions;
    private final Map<String, LambdaAuthorizer> authorizers = new HashMap<>();
    private final HttpApiEvent events;
    private final ObjectMapper json;

    /// @param functions invokes a function by name with a payload
    /// @param roleCheck checks the invocations of authorizers
    HttpApi(
            Api api,
            BiFunction<String, byte[], Invocation> functions,
            RoleCheck roleCheck,
            HttpApiEvent events,
            ObjectMapper json,
            InstantSource clock) {
        this.api = api;
        this.routes = new RouteTable(api.routes());
        this.functions = functions;
        this.events = events;
        this.json = json;
        for (Api.Route route : api.routes()) {
            route.authorizer()
                    .ifPresent(
                            a ->
                                    authorizers.computeIfAbsent(
                                            a.name(),
                                            name ->
                                                    new LambdaAuthorizer(
                                                            api, a, functions, roleCheck, events,
                                                            json, clock)));
        }
    }

    @Override
    public Response answer(Request request, String rawPath) {
        return routes.match(request.method(), rawPath)
                .map(match -> authorize(match, request))
                .orElseGet(() -> Response.message(404, "Not Found"));
    }

    private Response authorize(RouteTable.Match match, Request request) {
        String requestId = events.newRequestId();
        Optional<LambdaAuthorizer> authorizer =
                match.route().authorizer().map(a -> authorizers.get(a.name()));
        if (authorizer.isEmpty()) {
            return invoke(match, request, requestId, Optional.empty());
        }
        return switch (authorizer.get().decide(match, request, requestId)) {
            case LambdaAuthorizer.Decision.Allowed allowed ->
                    invoke(match, request, requestId, Optional.of(allowed.context()));
            case LambdaAuthorizer.Decision.Refused refused ->
                    Response.message(refused.status(), refused.message());
        };
    }

    private Response invoke(
            RouteTable.Match match,
            Request request,
            String requestId,
            Optional<JsonNode> authorizerContext) {
        byte[] event = events.ofFunction(api, match, request, requestId, authorizerContext);
        if (event.length > MAX_PAYLOAD_BYTES) {
            return Response.message(413, "Request Entity Too Large");
        }
        return switch (functions.apply(match.route().function(), event)) {
            case Invocation.Succeeded answered -> answered(answered.payload());
            case Invocation.Failed failed ->
                    // A timeout of the function and of API Gateway are the same error.
                    failed.errorType().endsWith("Timedout")
                                    || failed.message().contains("timed out")
                            ? Response.message(503, "Service Unavailable")
                            : Response.message(500, "Internal Server Error");
            case Invocation.Throttled _ -> Response.message(429, "Too Many Requests");
            case Invocation.Unknown _ -> Response.message(500, "Internal Server Error");
        };
    }

    private Response answered(byte[] payload) {
        if (payload.length > MAX_PAYLOAD_BYTES) {
            return Response.message(500, "Internal Server Error");
        }
        try {
            JsonNode answer = json.readTree(payload);
            if (!answer.has("statusCode")) {
                // Format 2.0: a response without a status code is the body of a 200.
                return Response.of(
                        200, List.of(Map.entry("Content-Type", "application/json")), payload);
            }
            return Response.of(answer.path("statusCode").asInt(), headers(answer), body(answer));
        } catch (IOException | IllegalArgumentException e) {
            return Response.message(500, "Internal Server Error");
        }
    }

    private static List<Map.Entry<String, String>> headers(JsonNode answer) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        boolean typed = false;
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            typed |= name.equals("content-type");
            if (!HOP_BY_HOP.contains(name)) {
                headers.add(Map.entry(header.getKey(), header.getValue().asText()));
            }
        }
        for (JsonNode cookie : answer.path("cookies")) {
            headers.add(Map.entry("Set-Cookie", cookie.asText()));
        }
        if (!typed && answer.path("body").isTextual()) {
            headers.add(Map.entry("Content-Type", "text/plain;charset=utf-8"));
        }
        return headers;
    }

    private static byte[] body(JsonNode answer) {
        String body = answer.path("body").isTextual() ? answer.path("body").textValue() : "";
        return answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }
}
