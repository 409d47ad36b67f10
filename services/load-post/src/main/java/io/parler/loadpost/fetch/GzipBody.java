package io.parler.loadpost.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// What a gzip body holds, member after member (RFC 1952). The library's reader calls itself for
/// each empty member, so that a body of many such members ends the thread's stack.
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
        while (inMember || memberBegins()) {
            int read = inflated(into, offset, length);
            if (read > 0) {
                checksum.update(into, offset, read);
                return read;
            }
            if (inflater.finished()) {
                next = end - inflater.getRemaining();
                endMember();
            } else if (inflater.needsInput()) {
                more();
                inflater.setInput(buffer, next, end - next);
            } else {
                throw new ProtocolException("the page needs a dictionary nobody has");
            }
        }
        return -1;
    }

    private int inflated(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException e) {
            throw new ProtocolException("the page is not compressed as its header says");
        }
    }

    /// False at the end, and before anything that is no member: some sites pad their pages.
    private boolean memberBegins() throws IOException {
        int first = take();
        if (first < 0) {
            return false; // an empty page, whatever its header says, or the end of the last member
        }
        if (first != 0x1f || take() != 0x8b) {
            if (anyMember) {
                return false;
            }
            throw new ProtocolException("the page is not compressed as its header says");
        }
        skip(1); // the method: there is one
        int flags = required();
        skip(6); // time, strength, system
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
            sum |= i < 4 ? b << (8 * i) : 0; // then the length, which the sum has vouched for
        }
        if (sum != checksum.getValue()) {
            throw new ProtocolException("the page was changed on its way");
        }
        inMember = false;
    }

    private void skipText() throws IOException {
        while (required() != 0) {
            // up to its end
        }
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            required();
        }
    }

    private int required() throws IOException {
        if (next == end) {
            more();
        }
        return buffer[next++] & 0xff;
    }

    private int take() throws IOException {
        return next == end && !filled() ? -1 : buffer[next++] & 0xff;
    }

    private void more() throws IOException {
        if (!filled()) {
            throw new EOFException("the site broke off in the middle of the page");
        }
    }

    private boolean filled() throws IOException {
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
