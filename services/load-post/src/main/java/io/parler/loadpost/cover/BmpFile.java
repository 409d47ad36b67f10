package io.parler.loadpost.cover;

/// Parses the header of a BMP, in the versions without a colour profile.
final class BmpFile {
    private static final int VERSION_3 = 40;
    private static final int VERSION_4 = 108;
    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpFile() {}

    static boolean matches(byte[] file) {
        return file.length > 2 && file[0] == 'B' && file[1] == 'M';
    }

    /// Refuses run-length encoding, which is rare and decoded as a whole, and a JPEG or PNG
    /// inside it, whose size is not checked.
    static StrippedImage strip(byte[] file) throws UnreadableImageException {
        ByteCursor in = ByteCursor.littleEndian(file).skip(14);
        int header = in.signedInt();
        int width = in.signedInt();
        int height = Math.abs(in.signedInt()); // negative for top-down rows
        int compression = in.skip(4).signedInt();
        if ((header != VERSION_3 && header != VERSION_4)
                || (compression != UNCOMPRESSED && compression != BIT_FIELDS)) {
            throw UnreadableImageException.broken();
        }
        return StrippedImage.rowByRow(StrippedImage.Format.BMP, file, width, height);
    }
}
