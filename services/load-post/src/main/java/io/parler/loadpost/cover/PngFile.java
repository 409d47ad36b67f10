package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;

/// Parses the chunks of a PNG (PNG, third edition, section 5).
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CHECKSUM = 4;

    private PngFile() {}

    static boolean matches(byte[] file) {
        return file.length > SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static StrippedImage strip(byte[] file) throws UnreadableImageException {
        ByteCursor in = ByteCursor.bigEndian(file).skip(SIGNATURE.length);
        var bare = new ByteArrayOutputStream(file.length);
        bare.writeBytes(SIGNATURE);
        ByteCursor header = ByteCursor.bigEndian(file).skip(SIGNATURE.length);
        header.skip(4);
        if (!header.ascii(4).equals("IHDR")) {
            throw UnreadableImageException.broken();
        }
        int width = header.signedInt();
        int height = header.signedInt();
        boolean data = false;
        String type = "";
        while (!type.equals("IEND") && in.remaining() >= LENGTH_AND_TYPE) {
            int start = in.position();
            long length = in.unsignedInt();
            type = in.ascii(4);
            in.skip(length + CHECKSUM);
            data |= type.equals("IDAT");
            if (KEPT.contains(type) && (start == SIGNATURE.length || !type.equals("IHDR"))) {
                in.copySince(start, bare);
            }
        }
        if (!data) {
            throw UnreadableImageException.broken();
        }
        return StrippedImage.rowByRow(StrippedImage.Format.PNG, bare.toByteArray(), width, height);
    }
}
