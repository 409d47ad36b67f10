package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;

/// Parses the blocks of a GIF (GIF89a, section 12) up to the end of the first image.
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

    static boolean matches(byte[] file) {
        return file.length > 6 && file[0] == 'G' && file[1] == 'I' && file[2] == 'F';
    }

    static StrippedImage strip(byte[] file) throws UnreadableImageException {
        return new GifFile(file).strip();
    }

    private StrippedImage strip() throws UnreadableImageException {
        in.skip(6 + 4);
        int flags = in.unsignedByte();
        in.skip(2);
        skipColours(flags);
        in.copySince(0, bare);
        byte[] control = {};
        for (int block = in.unsignedByte(); block != IMAGE; block = in.unsignedByte()) {
            if (block != EXTENSION) {
                throw UnreadableImageException.broken();
            }
            int start = in.position() - 1;
            boolean controls = in.unsignedByte() == GRAPHIC_CONTROL;
            skipBlocks();
            if (controls) {
                var copy = new ByteArrayOutputStream();
                in.copySince(start, copy);
                control = copy.toByteArray(); // it applies to the next image
            }
        }
        bare.writeBytes(control);
        return image();
    }

    private StrippedImage image() throws UnreadableImageException {
        int start = in.position() - 1;
        in.skip(4);
        int width = in.unsignedShort();
        int height = in.unsignedShort();
        skipColours(in.unsignedByte());
        in.skip(1);
        skipBlocks();
        in.copySince(start, bare);
        bare.write(TRAILER);
        return StrippedImage.rowByRow(StrippedImage.Format.GIF, bare.toByteArray(), width, height);
    }

    private void skipColours(int flags) throws UnreadableImageException {
        if ((flags & 0x80) != 0) {
            in.skip(3L << ((flags & 7) + 1));
        }
    }

    private void skipBlocks() throws UnreadableImageException {
        for (int length = in.unsignedByte(); length != 0; length = in.unsignedByte()) {
            in.skip(length);
        }
    }
}
