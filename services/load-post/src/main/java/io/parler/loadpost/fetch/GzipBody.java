package io.parler.loadpost.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompresses a gzip body of any number of members (RFC 1952). GZIPInputStream recurses for each
/// empty member, so that a body of many empty members overflows the stack.
final class GzipBody extends InputStream {
    private static final int CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int TRAILER_BYTES = 8;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int end;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private boolean inMember;
    private boolean anyMember;

    GzipBody(InputStream in) {
        this.in = in;
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
        while (inMember || startMember()) {
            int read = inflate(into, offset, length);
            if (read > 0) {
                checksum.update(into, offset, read);
                return read;
            }
            if (inflater.finished()) {
                next = end - inflater.getRemaining();
                endMember();
            } else if (inflater.needsInput()) {
                fill();
                inflater.setInput(buffer, next, end - next);
            } else {
                throw new ProtocolException("the page needs an unknown dictionary");
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            throw new ProtocolException("the page is not compressed as its header says");
        }
    }

    /// False at the end, and before anything that is not a member: some sites pad their pages.
    private boolean startMember() throws IOException {
        int first = nextOrEnd();
        if (first < 0) {
            return false; // an empty page, or the end of the last member
        }
        if (first != 0x1f || nextOrEnd() != 0x8b) {
            if (anyMember) {
                return false;
            }
            throw new ProtocolException("the page is not compressed as its header says");
        }
        skip(1); // compression method
        int flags = required();
        skip(6); // time, flags, operating system
        if ((flags & EXTRA) != 0) {
            int low = required();
            skip(low | required() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & CHECKSUM) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, next, end - next);
        checksum.reset();
        anyMember = true;
        inMember = true;
        return true;
    }

    private void endMember() throws IOException {
        long sum = 0;
        for (int i = 0; i < TRAILER_BYTES; i++) {
            long b = required();
            sum |= i < 4 ? b << (8 * i) : 0; // then the length, which the checksum covers
        }
        if (sum != checksum.getValue()) {
            throw new ProtocolException("the checksum of the page is wrong");
        }
        inMember = false;
    }

    private void skipText() throws IOException {
        while (required() != 0) {
            // skips up to the terminator
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            required();
        }
    }

    private int required() throws IOException {
        if (next == end) {
            fill();
        }
        return buffer[next++] & 0xff;
    }

    private int nextOrEnd() throws IOException {
        return next == end && !tryFill() ? -1 : buffer[next++] & 0xff;
    }

    private void fill() throws IOException {
        if (!tryFill()) {
            throw new EOFException("the site broke off in the middle of the page");
        }
    }

    private boolean tryFill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
