package io.parler.e2e.fuzz;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// A generated request.
///
/// @param target the request's target as it is sent
/// @param operation the operation whose answers it must get; empty if it may be none's
record FuzzRequest(
        String method,
        String target,
        Map<String, String> headers,
        Optional<byte[]> body,
        Optional<ApiOperation> operation) {
    byte[] bytes(InetSocketAddress address) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        head.append("Host: ").append(address.getHostString()).append(':').append(address.getPort());
        head.append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        body.ifPresent(b -> head.append("Content-Length: ").append(b.length).append("\r\n"));
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] content = body.orElse(new byte[0]);
        byte[] all = Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }

    /// For messages: enough to send it again.
    @Override
    public String toString() {
        String text = body.map(b -> new String(b, StandardCharsets.UTF_8)).orElse("");
        return method + " " + start(target, 300) + " " + headers + " " + start(text, 300);
    }

    private static String start(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max) + "… (" + text.length() + ")";
    }
}
