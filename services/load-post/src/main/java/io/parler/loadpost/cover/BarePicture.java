package io.parler.loadpost.cover;

import java.util.Locale;
import java.util.Optional;

/// A picture's file with nothing left in it but its first image: no profiles, comments, thumbnails
/// or further frames, in which a reader could get lost. Its size is that of the image itself, not
/// what the file says elsewhere.
///
/// @param heldPerPixel bytes of memory a reader takes for each pixel before it gives the first;
///     0 where it reads row by row
/// @param inks where the pixels are no light but ink
record BarePicture(
        Format format,
        byte[] file,
        int width,
        int height,
        int heldPerPixel,
        Orientation orientation,
        Optional<Inks> inks) {
    private static final int MOST_PIXELS = 50_000_000;

    /// A reader holds some rows.
    private static final int LONGEST_EDGE = 30_000;

    private static final int MOST_HELD = 100_000_000;

    enum Format {
        JPEG,
        PNG,
        GIF,
        BMP,
        WEBP
    }

    static BarePicture rowByRow(Format format, byte[] file, int width, int height) {
        return held(format, file, width, height, 0);
    }

    static BarePicture held(Format format, byte[] file, int width, int height, int heldPerPixel) {
        return new BarePicture(
                format, file, width, height, heldPerPixel, Orientation.UPRIGHT, Optional.empty());
    }

    static BarePicture of(byte[] file) throws NotReadable {
        var picture = bare(file);
        picture.checkSize();
        return picture;
    }

    /// What a file is its first bytes say; names and content types are often wrong.
    private static BarePicture bare(byte[] file) throws NotReadable {
        if (JpegFile.begins(file)) {
            return JpegFile.bare(file);
        }
        if (PngFile.begins(file)) {
            return PngFile.bare(file);
        }
        if (GifFile.begins(file)) {
            return GifFile.bare(file);
        }
        if (WebpFile.begins(file)) {
            return WebpFile.bare(file);
        }
        if (BmpFile.begins(file)) {
            return BmpFile.bare(file);
        }
        throw new NotReadable("That is no JPEG, PNG, GIF, WebP or BMP picture.");
    }

    private void checkSize() throws NotReadable {
        if (width < 1 || height < 1) {
            throw NotReadable.broken();
        }
        long pixels = (long) width * height;
        if (pixels > MOST_PIXELS
                || Math.max(width, height) > LONGEST_EDGE
                || pixels * heldPerPixel > MOST_HELD) {
            throw new NotReadable(
                    String.format(
                            Locale.ROOT,
                            "The picture is too large: %d by %d pixels.",
                            width,
                            height));
        }
    }
}
