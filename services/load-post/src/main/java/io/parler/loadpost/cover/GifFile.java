package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;

/// A GIF's blocks (GIF89a, section 12), up to the end of the first image.
final class GifFile {
    private static final int EXTENSION = 0x21;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int IMAGE = 0x2c;
    private static final int TRAILER = 0x3b;

    private final ByteCursor in;
    private final ByteArrayOutputStream bare;

    private GifFile(byte[] file) {
        in = ByteCursor.littleEndian(file);
        bare = new ByteArrayOutputStream();
    }

    static boolean begins(byte[] file) {
        return file.length > 6 && file[0] == 'G' && file[1] == 'I' && file[2] == 'F';
    }

    static BarePicture bare(byte[] file) throws NotReadable {
        return new GifFile(file).bare();
    }

    private BarePicture bare() throws NotReadable {
        in.skip(6 + 4);
        int flags = in.unsignedByte();
        in.skip(2);
        skipColours(flags);
        in.copySince(0, bare);
        byte[] control = {};
        for (int block = in.unsignedByte(); block != IMAGE; block = in.unsignedByte()) {
            if (block != EXTENSION) {
                throw NotReadable.broken();
            }
            int start = in.position() - 1;
            boolean controls = in.unsignedByte() == GRAPHIC_CONTROL;
            skipBlocks();
            if (controls) {
                var copy = new ByteArrayOutputStream();
                in.copySince(start, copy);
                control = copy.toByteArray(); // it is about the image after it
            }
        }
        bare.writeBytes(control);
        return image();
    }

    private BarePicture image() throws NotReadable {
        int start = in.position() - 1;
        in.skip(4);
        int width = in.unsignedShort();
        int height = in.unsignedShort();
        skipColours(in.unsignedByte());
        in.skip(1);
        skipBlocks();
        in.copySince(start, bare);
        bare.write(TRAILER);
        return BarePicture.rowByRow(BarePicture.Format.GIF, bare.toByteArray(), width, height);
    }

    private void skipColours(int flags) throws NotReadable {
        if ((flags & 0x80) != 0) {
            in.skip(3L << ((flags & 7) + 1));
        }
    }

    private void skipBlocks() throws NotReadable {
        for (int length = in.unsignedByte(); length != 0; length = in.unsignedByte()) {
            in.skip(length);
        }
    }
}
