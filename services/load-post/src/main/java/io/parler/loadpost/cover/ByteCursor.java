package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A place in a file's bytes, moved on by reading; whoever reads past the end has no picture.
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

    int left() {
        return bytes.remaining();
    }

    ByteCursor skip(long count) throws NotReadable {
        need(count);
        bytes.position(bytes.position() + (int) count);
        return this;
    }

    int unsignedByte() throws NotReadable {
        need(1);
        return bytes.get() & 0xff;
    }

    int unsignedShort() throws NotReadable {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    int signedInt() throws NotReadable {
        need(4);
        return bytes.getInt();
    }

    long unsignedInt() throws NotReadable {
        return signedInt() & 0xffff_ffffL;
    }

    String ascii(int length) throws NotReadable {
        return new String(take(length), StandardCharsets.ISO_8859_1);
    }

    byte[] take(long count) throws NotReadable {
        need(count);
        byte[] taken = new byte[(int) count];
        bytes.get(taken);
        return taken;
    }

    /// Copies what lies between an earlier place and this one.
    void copySince(int start, ByteArrayOutputStream out) {
        out.write(file, start, bytes.position() - start);
    }

    private void need(long count) throws NotReadable {
        if (count < 0 || count > bytes.remaining()) {
            throw NotReadable.broken();
        }
    }
}
