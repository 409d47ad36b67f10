package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads numbers and bytes of a file in order. Reading past the end means that the image is
/// broken.
final class ByteCursor {
    private final byte[] file;
    private final ByteBuffer bytes;

    private ByteCursor(byte[] file, ByteOrder order) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file).order(order);
    }

    static ByteCursor bigEndian(byte[] file) {
        return new ByteCursor(file, ByteOrder.BIG_ENDIAN);
    }

    static ByteCursor littleEndian(byte[] file) {
        return new ByteCursor(file, ByteOrder.LITTLE_ENDIAN);
    }

    int position() {
        return bytes.position();
    }

    int remaining() {
        return bytes.remaining();
    }

    ByteCursor skip(long count) throws UnreadableImageException {
        need(count);
        bytes.position(bytes.position() + (int) count);
        return this;
    }

    int unsignedByte() throws UnreadableImageException {
        need(1);
        return bytes.get() & 0xff;
    }

    int unsignedShort() throws UnreadableImageException {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    int signedInt() throws UnreadableImageException {
        need(4);
        return bytes.getInt();
    }

    long unsignedInt() throws UnreadableImageException {
        return signedInt() & 0xffff_ffffL;
    }

    String ascii(int length) throws UnreadableImageException {
        return new String(take(length), StandardCharsets.ISO_8859_1);
    }

    byte[] take(long count) throws UnreadableImageException {
        need(count);
        byte[] taken = new byte[(int) count];
        bytes.get(taken);
        return taken;
    }

    /// Copies the bytes between an earlier position and this one.
    void copySince(int start, ByteArrayOutputStream out) {
        out.write(file, start, bytes.position() - start);
    }

    private void need(long count) throws UnreadableImageException {
        if (count < 0 || count > bytes.remaining()) {
            throw UnreadableImageException.broken();
        }
    }
}
