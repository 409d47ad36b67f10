package io.parler.loadpost.cover;

/// A BMP's header, in the versions that name no colour profile.
final class BmpFile {
    private static final int VERSION_3 = 40;
    private static final int VERSION_4 = 108;
    private static final int UNCOMPRESSED = 0;
    private static final int BIT_FIELDS = 3;

    private BmpFile() {}

    static boolean begins(byte[] file) {
        return file.length > 2 && file[0] == 'B' && file[1] == 'M';
    }

    /// Run lengths are rare and read whole; a JPEG or PNG inside would be read unmeasured.
    static BarePicture bare(byte[] file) throws NotReadable {
        var in = ByteCursor.littleEndian(file).skip(14);
        int header = in.signedInt();
        int width = in.signedInt();
        int height = Math.abs(in.signedInt()); // below zero where rows go from top to bottom
        int compression = in.skip(4).signedInt();
        if ((header != VERSION_3 && header != VERSION_4)
                || (compression != UNCOMPRESSED && compression != BIT_FIELDS)) {
            throw NotReadable.broken();
        }
        return BarePicture.rowByRow(BarePicture.Format.BMP, file, width, height);
    }
}
