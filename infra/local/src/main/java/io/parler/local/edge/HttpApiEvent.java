package io.parler.local.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parler.local.stack.Api;
import io.parler.local.stack.Endpoints;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Creates the events of an HTTP API for functions and authorizers: payload format 2.0.
final class HttpApiEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final ObjectMapper json;
    private final Clock clock;
    private final Supplier<String> requestIds;

    HttpApiEvent(ObjectMapper json, Clock clock, Supplier<String> requestIds) {
        this.json = json;
        this.clock = clock;
        this.requestIds = requestIds;
    }

    /// An id for a request to an API; its events for the authorizer and for the function share it.
    String newRequestId() {
        return requestIds.get();
    }

    /// The event for the route's function.
    ///
    /// @param authorizerContext what the route's authorizer says of the caller; null if it says
    ///     nothing, empty for a route without an authorizer
    byte[] ofFunction(
            Api api,
            RouteTable.Match match,
            Request request,
            String requestId,
            Optional<JsonNode> authorizerContext) {
        ObjectNode event = json.createObjectNode();
        event.put("version", "2.0");
        ObjectNode context = common(event, api, match, request, requestId);
        authorizerContext.ifPresent(c -> context.putObject("authorizer").set("lambda", c));
        body(event, request);
        return bytes(event);
    }

    /// The event for the route's authorizer, which gets no body.
    byte[] ofAuthorizer(
            Api api,
            RouteTable.Match match,
            Request request,
            String requestId,
            List<String> identities) {
        ObjectNode event = json.createObjectNode();
        event.put("version", "2.0");
        event.put("type", "REQUEST");
        event.put(
                "routeArn",
                "arn:aws:execute-api:%s:%s:%s/$default/%s%s"
                        .formatted(
                                Endpoints.REGION,
                                Endpoints.ACCOUNT_ID,
                                api.id(),
                                request.method(),
                                Request.decoded(request.rawPath())));
        if (identities.isEmpty()) {
            event.putNull("identitySource");
        } else {
            ArrayNode sources = event.putArray("identitySource");
            identities.forEach(sources::add);
        }
        common(event, api, match, request, requestId);
        return bytes(event);
    }

    /// What both events have; returns the request context.
    private ObjectNode common(
            ObjectNode event, Api api, RouteTable.Match match, Request request, String requestId) {
        String routeKey = match.route().key();
        String path = Request.decoded(request.rawPath());
        event.put("routeKey", routeKey);
        event.put("rawPath", path);
        event.put("rawQueryString", request.rawQuery());
        cookies(event, request);
        headers(event.putObject("headers"), api.host(), request);
        if (!request.rawQuery().isEmpty()) {
            ObjectNode query = event.putObject("queryStringParameters");
            query(request.rawQuery()).forEach(query::put);
        }
        if (!match.pathParameters().isEmpty()) {
            ObjectNode parameters = event.putObject("pathParameters");
            match.pathParameters().forEach(parameters::put);
        }
        Instant now = clock.instant();
        ObjectNode context = event.putObject("requestContext");
        context.put("accountId", Endpoints.ACCOUNT_ID);
        context.put("apiId", api.id());
        context.put("domainName", api.host());
        context.put("domainPrefix", api.id());
        context.put("requestId", requestId);
        context.put("routeKey", routeKey);
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        ObjectNode http = context.putObject("http");
        http.put("method", request.method());
        http.put("path", path);
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", request.sourceAddress());
        http.put("userAgent", request.header("user-agent").orElse(""));
        return context;
    }

    private byte[] bytes(ObjectNode event) {
        try {
            return json.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void headers(ObjectNode headers, String host, Request request) {
        request.headers()
                .forEach(
                        (name, values) -> {
                            if (!name.equals("cookie") && !name.equals("connection")) {
                                headers.put(name, String.join(",", values));
                            }
                        });
        // CloudFront forwards all headers of the client except Host, which is the API's.
        headers.put("host", host);
        headers.put("x-forwarded-for", request.sourceAddress());
        headers.put("x-forwarded-proto", "https");
        headers.put("x-forwarded-port", "443");
        headers.put("content-length", Integer.toString(request.body().length));
    }

    private static void cookies(ObjectNode event, Request request) {
        if (request.headers().containsKey("cookie")) {
            ArrayNode cookies = event.putArray("cookies");
            for (String header : request.headers().get("cookie")) {
                for (String cookie : header.split(";", -1)) {
                    if (!cookie.isBlank()) {
                        cookies.add(cookie.strip());
                    }
                }
            }
        }
    }

    /// The values of a repeated name are joined with commas.
    static Map<String, String> query(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.merge(form(name), form(value), (a, b) -> a + "," + b);
        }
        return parameters;
    }

    private static String form(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void body(ObjectNode event, Request request) {
        byte[] body = request.body();
        boolean text = isText(request);
        if (body.length > 0) {
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
    }

    /// Whether API Gateway treats the body as text; a form is binary.
    private static boolean isText(Request request) {
        String type = request.header("content-type").orElse("text/plain").toLowerCase(Locale.ROOT);
        String media = type.split(";", 2)[0].strip();
        return request.header("content-encoding").isEmpty()
                && (media.startsWith("text/")
                        || media.equals("application/json")
                        || media.equals("application/javascript")
                        || media.equals("application/xml")
                        || media.endsWith("+json")
                        || media.endsWith("+xml"));
    }
}
