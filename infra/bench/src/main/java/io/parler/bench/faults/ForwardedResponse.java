package io.parler.bench.faults;

import com.sun.net.httpserver.HttpExchange;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The response of an endpoint in HTTP/1.0, to be sent on.
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
record ForwardedResponse(int status, Map<String, String> headers, byte[] all, int bodyAt) {
    static ForwardedResponse parse(byte[] all) throws IOException {
        int end = new String(all, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        if (end < 0) {
            throw new EOFException("no response");
        }
        List<String> lines = new String(all, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new ForwardedResponse(
                Integer.parseInt(lines.getFirst().split(" ", -1)[1]), headers, all, end + 4);
    }

    /// The value of a header by its name in lower case; empty if it is missing.
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(
                (name, value) -> {
                    if (!name.matches("connection|transfer-encoding|content-length|date")) {
                        exchange.getResponseHeaders().add(name, value);
                    }
                });
        int length = all.length - bodyAt;
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", header("content-length"));
            length = 0;
        }
        exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(all, bodyAt, length);
        }
    }
}
