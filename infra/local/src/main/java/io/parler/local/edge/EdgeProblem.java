package io.parler.local.edge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// What the edge itself reports, as a problem without a type of its own (RFC 9457, `about:blank`).
final class EdgeProblem {
    static final String CORRELATION_HEADER = "X-Correlation-Id";

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /// The reason phrases of HTTP, which are the titles of such problems.
    private static final Map<Integer, String> TITLES =
            Map.ofEntries(
                    Map.entry(400, "Bad Request"),
                    Map.entry(403, "Forbidden"),
                    Map.entry(404, "Not Found"),
                    Map.entry(405, "Method Not Allowed"),
                    Map.entry(408, "Request Timeout"),
                    Map.entry(411, "Length Required"),
                    Map.entry(412, "Precondition Failed"),
                    Map.entry(413, "Content Too Large"),
                    Map.entry(414, "URI Too Long"),
                    Map.entry(416, "Range Not Satisfiable"),
                    Map.entry(431, "Request Header Fields Too Large"),
                    Map.entry(501, "Not Implemented"),
                    Map.entry(502, "Bad Gateway"),
                    Map.entry(503, "Service Unavailable"));

    private EdgeProblem() {}

    /// The request's own correlation id, or a new one.
    static String correlationId(Optional<String> given) {
        return given.filter(id -> CORRELATION_ID.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    static Response response(int status, String detail, String correlationId) {
        byte[] body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "about:blank")
                        .put("title", TITLES.getOrDefault(status, "Error"))
                        .put("status", status)
                        .put("detail", detail)
                        .put("instance", correlationId)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8);
        return Response.of(
                status,
                List.of(
                        Map.entry("Content-Type", "application/problem+json"),
                        Map.entry("Cache-Control", "no-store"),
                        Map.entry(CORRELATION_HEADER, correlationId)),
                body);
    }
}
