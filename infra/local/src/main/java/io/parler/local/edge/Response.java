package io.parler.local.edge;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A response of the edge, with a streamed body.
///
/// @param length of the body in bytes
record Response(
        int status, List<Map.Entry<String, String>> headers, InputStream body, long length) {

    static Response of(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        return new Response(status, headers, new ByteArrayInputStream(body), body.length);
    }

    /// An error in API Gateway's format.
    static Response message(int status, String message) {
        return of(
                status,
                List.of(Map.entry("Content-Type", "application/json")),
                ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange exchange) throws IOException {
        try (InputStream in = body) {
            headers.forEach(h -> exchange.getResponseHeaders().add(h.getKey(), h.getValue()));
            boolean bodiless = status == 204 || status == 304;
            if (exchange.getRequestMethod().equals("HEAD") || bodiless) {
                if (!bodiless) {
                    exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
                }
                exchange.getResponseHeaders().set(EdgePort.BODY_LENGTH, "0");
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.getResponseHeaders().set(EdgePort.BODY_LENGTH, Long.toString(length));
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            if (length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    in.transferTo(out);
                }
            }
        }
    }

    Response with(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Response(status, more, body, length);
    }
}
