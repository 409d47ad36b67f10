package io.parler.loadpost.cover;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/// A picture's bytes for a reader, which come to an end when its time does: a reader can't be
/// interrupted, but it comes back for more.
final class TimedBytes extends ImageInputStreamImpl {
    /// Asking the clock can take longer than reading a byte.
    private static final int READS_BETWEEN_LOOKS = 1024;

    private final byte[] bytes;
    private final long end;
    private int reads;

    TimedBytes(byte[] bytes, Duration time) {
        this.bytes = bytes;
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        if (reads++ % READS_BETWEEN_LOOKS == 0) {
            checkTime();
        }
        bitOffset = 0;
        return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        checkTime();
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return length == 0 ? 0 : -1;
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, into, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    private void checkTime() throws IIOException {
        if (end - System.nanoTime() <= 0) {
            throw new IIOException("out of time");
        }
    }
}
