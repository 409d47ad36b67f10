package io.parler.loadpost.cover;

import io.parler.time.Deadline;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/// The bytes of an image, which fail to be read after a deadline: a decoder can't be interrupted,
/// but it has to read on.
final class TimeLimitedImageInput extends ImageInputStreamImpl {
    /// Reading the clock can take longer than reading a byte.
    private static final int READS_PER_CHECK = 1024;

    private final byte[] bytes;
    private final Deadline deadline;
    private int reads;

    TimeLimitedImageInput(byte[] bytes, Deadline deadline) {
        this.bytes = bytes;
        this.deadline = deadline;
    }

    @Override
    public int read() throws IOException {
        if (reads++ % READS_PER_CHECK == 0) {
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
        if (deadline.hasPassed()) {
            throw new IIOException("out of time");
        }
    }
}
