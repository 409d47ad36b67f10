package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Parses the chunks of a WebP (RFC 9649) up to the end of the first image.
final class WebpFile {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ANIMATION_FRAME_HEADER = 16;
    private static final int EXTENDED = 10;
    private static final byte WITH_ALPHA = 0x10;

    /// Measured on noise: the decoder's objects for each block of a lossy image.
    private static final int BYTES_PER_PIXEL_LOSSY = 22;

    private static final int BYTES_PER_PIXEL_LOSSY_WITH_ALPHA = 26;
    private static final int BYTES_PER_PIXEL_LOSSLESS = 8;

    private Optional<byte[]> alpha = Optional.empty();

    private WebpFile() {}

    static boolean matches(byte[] file) {
        return file.length > RIFF_HEADER
                && text(file, 0).equals("RIFF")
                && text(file, 8).equals("WEBP");
    }

    static StrippedImage strip(byte[] file) throws UnreadableImageException {
        return new WebpFile()
                .firstImage(ByteCursor.littleEndian(file).skip(RIFF_HEADER))
                .orElseThrow(UnreadableImageException::broken);
    }

    private Optional<StrippedImage> firstImage(ByteCursor in) throws UnreadableImageException {
        while (in.remaining() >= CHUNK_HEADER) {
            String type = in.ascii(4);
            long length = in.unsignedInt();
            switch (type) {
                case "ANMF" -> {
                    return firstImage(
                            ByteCursor.littleEndian(in.take(length)).skip(ANIMATION_FRAME_HEADER));
                }
                case "ALPH" -> alpha = Optional.of(in.take(length));
                case "VP8 " -> {
                    return Optional.of(lossy(in.take(length)));
                }
                case "VP8L" -> {
                    return Optional.of(lossless(in.take(length)));
                }
                default -> in.skip(length);
            }
            in.skip(Math.min(length & 1, in.remaining()));
        }
        return Optional.empty();
    }

    /// A key frame (RFC 6386, section 9.1).
    private StrippedImage lossy(byte[] frame) throws UnreadableImageException {
        ByteCursor in = ByteCursor.littleEndian(frame).skip(6);
        int width = in.unsignedShort() & 0x3fff;
        int height = in.unsignedShort() & 0x3fff;
        var out = new ByteArrayOutputStream(frame.length);
        if (alpha.isPresent()) {
            chunk(out, "VP8X", extended(width, height));
            chunk(out, "ALPH", alpha.get());
        }
        chunk(out, "VP8 ", frame);
        return picture(
                out,
                width,
                height,
                alpha.isPresent() ? BYTES_PER_PIXEL_LOSSY_WITH_ALPHA : BYTES_PER_PIXEL_LOSSY);
    }

    private static StrippedImage lossless(byte[] image) throws UnreadableImageException {
        int sizes = ByteCursor.littleEndian(image).skip(1).signedInt();
        var out = new ByteArrayOutputStream(image.length);
        chunk(out, "VP8L", image);
        return picture(
                out, 1 + (sizes & 0x3fff), 1 + ((sizes >> 14) & 0x3fff), BYTES_PER_PIXEL_LOSSLESS);
    }

    private static StrippedImage picture(
            ByteArrayOutputStream chunks, int width, int height, int bytesPerPixel) {
        var out = new ByteArrayOutputStream(chunks.size() + RIFF_HEADER);
        out.writeBytes(ascii("RIFF"));
        out.writeBytes(littleEndian(4 + chunks.size()));
        out.writeBytes(ascii("WEBP"));
        out.writeBytes(chunks.toByteArray());
        return StrippedImage.inMemory(
                StrippedImage.Format.WEBP, out.toByteArray(), width, height, bytesPerPixel);
    }

    private static byte[] extended(int width, int height) {
        byte[] content = new byte[EXTENDED];
        content[0] = WITH_ALPHA;
        System.arraycopy(littleEndian(width - 1), 0, content, 4, 3);
        System.arraycopy(littleEndian(height - 1), 0, content, 7, 3);
        return content;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        out.writeBytes(ascii(type));
        out.writeBytes(littleEndian(content.length));
        out.writeBytes(content);
        if (content.length % 2 == 1) {
            out.write(0);
        }
    }

    private static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String text(byte[] file, int from) {
        return new String(Arrays.copyOfRange(file, from, from + 4), StandardCharsets.ISO_8859_1);
    }
}
