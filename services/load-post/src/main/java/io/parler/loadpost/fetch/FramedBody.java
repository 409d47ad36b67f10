package io.parler.loadpost.fetch;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.Locale;

/// Reads a body as it is framed on the wire: chunked, with a content length, or up to the end of
/// the connection (RFC 9112, section 6.3).
final class FramedBody extends FilterInputStream {
    private static final int MAX_CHUNK_LINE = 1024;
    private static final long UNTIL_CLOSED = Long.MAX_VALUE;

    private final boolean chunked;
    private final boolean untilClosed;
    private long left;
    private boolean started;

    private FramedBody(InputStream in, boolean chunked, long left) {
        super(in);
        this.chunked = chunked;
        this.untilClosed = left == UNTIL_CLOSED;
        this.left = left;
    }

    static FramedBody of(ResponseHead head, InputStream in) throws IOException {
        if (head.header("transfer-encoding").toLowerCase(Locale.ROOT).contains("chunked")) {
            return new FramedBody(in, true, 0);
        }
        String length = head.header("content-length");
        if (length.isEmpty()) {
            return new FramedBody(in, false, UNTIL_CLOSED);
        }
        if (!length.matches("[0-9]{1,18}")) {
            throw new ProtocolException("the content length is no number");
        }
        return new FramedBody(in, false, Long.parseLong(length));
    }

    /// Whether a body that was cut off would have been noticed.
    boolean hasMarkedEnd() {
        return !untilClosed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (chunked && left == 0 && !nextChunk()) {
            return -1;
        }
        if (left <= 0) {
            return -1;
        }
        int read = super.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            if (left == UNTIL_CLOSED) {
                left = 0;
                return -1;
            }
            throw new EOFException("the site broke off in the middle of the page");
        }
        if (left != UNTIL_CLOSED) {
            left -= read;
        }
        return read;
    }

    private boolean nextChunk() throws IOException {
        if (left < 0) {
            return false;
        }
        if (started) {
            line(); // the line end after a chunk
        }
        started = true;
        String size = line().split(";", 2)[0].strip();
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new ProtocolException("a chunk has no size");
        }
        left = Long.parseLong(size, 16);
        if (left == 0) {
            left = -1; // trailers are not read
            return false;
        }
        return true;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = super.read(); c != '\n'; c = super.read()) {
            if (c < 0 || line.length() > MAX_CHUNK_LINE) {
                throw new EOFException("the site broke off in the middle of the page");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
