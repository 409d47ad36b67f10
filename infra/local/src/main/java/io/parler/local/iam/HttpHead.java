package io.parler.local.iam;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The first line and the headers of an HTTP/1 message, also as the bytes that were received.
///
/// @param headers by name, in any case
@SuppressWarnings("ArrayRecordComponent") // forwarded once, never compared
record HttpHead(byte[] bytes, List<String> firstLine, Map<String, String> headers) {
    private static final int MAX_BYTES = 64 * 1024;

    /// Reads a head; empty at the end of the stream.
    static Optional<HttpHead> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        int lineLength = 0;
        while (true) {
            int b = in.read();
            if (b < 0) {
                if (bytes.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the connection ended within a head");
            }
            if (bytes.size() == MAX_BYTES) {
                throw new IOException("a head is larger than " + MAX_BYTES + " bytes");
            }
            bytes.write(b);
            if (b == '\n') {
                if (lineLength == 0 && bytes.size() > 2) {
                    return Optional.of(parse(bytes.toByteArray()));
                }
                lineLength = 0;
            } else if (b != '\r') {
                lineLength++;
            }
        }
    }

    private static HttpHead parse(byte[] bytes) throws IOException {
        List<String> lines = new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        List<String> firstLine = List.of(lines.getFirst().split(" ", 3));
        if (firstLine.size() < 2) {
            throw new IOException("not HTTP: " + lines.getFirst());
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
        }
        return new HttpHead(bytes, firstLine, headers);
    }

    /// The method of a request.
    String method() {
        return firstLine.getFirst();
    }

    /// The path and query of a request.
    String target() {
        return firstLine.get(1);
    }

    /// The path of a request, still encoded.
    String path() {
        int query = target().indexOf('?');
        return query < 0 ? target() : target().substring(0, query);
    }

    /// The query of a request, still encoded; empty for none.
    String query() {
        int query = target().indexOf('?');
        return query < 0 ? "" : target().substring(query + 1);
    }

    /// The status of a response.
    int status() {
        return Integer.parseInt(firstLine.get(1));
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean hasChunks() {
        return header("Transfer-Encoding").equalsIgnoreCase("chunked");
    }

    /// The length of the body; empty without one.
    Optional<Long> contentLength() {
        return Optional.ofNullable(headers.get("Content-Length")).map(Long::valueOf);
    }

    boolean expectsContinue() {
        return header("Expect").equalsIgnoreCase("100-continue");
    }

    /// Whether the connection ends after this message.
    boolean closes() {
        return header("Connection").equalsIgnoreCase("close")
                || firstLine.getFirst().equals("HTTP/1.0")
                || firstLine.getLast().equals("HTTP/1.0");
    }

    /// The bytes with another length of the body.
    byte[] withLength(int length) {
        String rest = new String(without("Content-Length"), StandardCharsets.ISO_8859_1);
        int end = rest.length() - 2; // before the empty line
        return (rest.substring(0, end) + "Content-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The bytes without a header.
    byte[] without(String name) {
        StringBuilder kept = new StringBuilder();
        new String(bytes, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .forEach(line -> kept.append(line).append("\r\n"));
        return kept.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
