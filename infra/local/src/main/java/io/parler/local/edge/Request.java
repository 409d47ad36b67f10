package io.parler.local.edge;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A request to the edge; header names are in lower case.
@SuppressWarnings("ArrayRecordComponent") // the body is never compared
record Request(
        String method,
        String rawPath,
        String rawQuery,
        Map<String, List<String>> headers,
        String sourceAddress,
        byte[] body) {

    static Request of(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                body);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }

    Request withQuery(String query) {
        return new Request(method, rawPath, query, headers, sourceAddress, body);
    }

    /// The request's own correlation id, or a new one.
    String correlationId() {
        return EdgeProblem.correlationId(header("x-correlation-id"));
    }

    /// Percent-decodes; a plus stays. Throws IllegalArgumentException for an invalid encoding.
    static String decoded(String text) {
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
