package io.parler.local.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Creates the event of an HTTP API for a function: payload format 2.0.
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

    byte[] of(String apiId, String host, RouteTable.Match match, Request request) {
        ObjectNode event = json.createObjectNode();
        String routeKey = match.route().key();
        String path = Request.decoded(request.rawPath());
        event.put("version", "2.0");
        event.put("routeKey", routeKey);
        event.put("rawPath", path);
        event.put("rawQueryString", request.rawQuery());
        cookies(event, request);
        headers(event.putObject("headers"), host, request);
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
        context.put("accountId", "000000000000");
        context.put("apiId", apiId);
        context.put("domainName", host);
        context.put("domainPrefix", apiId);
        context.put("requestId", requestIds.get());
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
        body(event, request);
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
    private static Map<String, String> query(String raw) {
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
