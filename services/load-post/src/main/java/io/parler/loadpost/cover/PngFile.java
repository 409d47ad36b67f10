package io.parler.loadpost.cover;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;

/// A PNG's chunks (PNG, third edition, section 5).
final class PngFile {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int LENGTH_AND_TYPE = 8;
    private static final int CHECKSUM = 4;

    private PngFile() {}

    static boolean begins(byte[] file) {
        return file.length > SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static BarePicture bare(byte[] file) throws NotReadable {
        var in = ByteCursor.bigEndian(file).skip(SIGNATURE.length);
        var bare = new ByteArrayOutputStream(file.length);
        bare.writeBytes(SIGNATURE);
        var header = ByteCursor.bigEndian(file).skip(SIGNATURE.length);
        header.skip(4);
        if (!header.ascii(4).equals("IHDR")) {
            throw NotReadable.broken();
        }
        int width = header.signedInt();
        int height = header.signedInt();
        boolean data = false;
        var type = "";
        while (!type.equals("IEND") && in.left() >= LENGTH_AND_TYPE) {
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
            throw NotReadable.broken();
        }
        return BarePicture.rowByRow(BarePicture.Format.PNG, bare.toByteArray(), width, height);
    }
}
