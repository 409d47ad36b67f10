package io.parler.local.iam;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Copies the body of an HTTP/1 message as it was received, without holding it in memory.
final class HttpBody {
    private static final int BUFFER_BYTES = 64 * 1024;

    private HttpBody() {}

    /// Copies the body of a request.
    static void copyOfRequest(HttpHead head, InputStream in, OutputStream out) throws IOException {
        if (head.hasChunks()) {
            copyChunks(in, out);
        } else {
            copy(head.contentLength().orElse(0L), in, out);
        }
    }

    /// Copies the body of a response to a request with this method. Returns whether the connection
    /// can be used again.
    static boolean copyOfResponse(String method, HttpHead head, InputStream in, OutputStream out)
            throws IOException {
        int status = head.status();
        if (method.equals("HEAD") || status == 204 || status == 304) {
            return !head.closes();
        }
        if (head.hasChunks()) {
            copyChunks(in, out);
            return !head.closes();
        }
        Optional<Long> length = head.contentLength();
        if (length.isPresent()) {
            copy(length.get(), in, out);
            return !head.closes();
        }
        in.transferTo(out);
        return false;
    }

    private static void copyChunks(InputStream in, OutputStream out) throws IOException {
        while (true) {
            String size = copyLine(in, out);
            long length = Long.parseLong(size.replaceFirst(";.*", "").strip(), 16);
            if (length == 0) {
                break;
            }
            copy(length + 2, in, out); // with the line's end
        }
        while (!copyLine(in, out).isEmpty()) {
            // a trailer
        }
    }

    private static String copyLine(InputStream in, OutputStream out) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException("the connection ended within a body");
            }
            if (b == '\n') {
                out.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
                return line.toString().strip();
            }
            line.append((char) b);
        }
    }

    private static void copy(long length, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, length)];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("the connection ended within a body");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
