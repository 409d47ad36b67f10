package io.parler.e2e.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Sends requests that another client would refuse to send, one for each connection.
final class RawHttpClient {
    /// API Gateway answers after 30 s at the latest.
    private static final Duration HANGS = Duration.ofMinutes(2);

    private final InetSocketAddress address;

    RawHttpClient(URI origin) {
        this.address = new InetSocketAddress(origin.getHost(), origin.getPort());
    }

    /// A response.
    ///
    /// @param headers by lower-case name
    record RawResponse(int status, Map<String, String> headers, byte[] body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    RawResponse send(FuzzRequest request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) HANGS.toMillis());
            socket.setSoTimeout((int) HANGS.toMillis());
            socket.getOutputStream().write(request.bytes(address));
            socket.getOutputStream().flush();
            return read(socket.getInputStream(), request.method());
        }
    }

    private static RawResponse read(InputStream in, String method) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (status < 200) {
            return read(in, method); // 100 Continue
        }
        return new RawResponse(status, headers, body(in, method, status, headers));
    }

    private static byte[] body(
            InputStream in, String method, int status, Map<String, String> headers)
            throws IOException {
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return new byte[0];
        }
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (int size = size(in); size > 0; size = size(in)) {
                body.write(in.readNBytes(size));
                line(in);
            }
            return body.toByteArray();
        }
        String length = headers.getOrDefault("content-length", "");
        return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("closed after " + line);
            }
            if (c != '\r') {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}
