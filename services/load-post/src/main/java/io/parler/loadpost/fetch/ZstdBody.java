package io.parler.loadpost.fetch;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/// Decompresses a Zstandard body (RFC 8878). The library throws unchecked exceptions for a body
/// that is invalid.
final class ZstdBody extends InputStream {
    private final ZstdInputStream in;

    ZstdBody(InputStream in) {
        this.in = new ZstdInputStream(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (RuntimeException _) {
            throw new ProtocolException("the page is not compressed as its header says");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
