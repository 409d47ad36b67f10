package io.parler.loadpost.cover;

import java.util.Locale;
import java.util.Optional;

/// An image file reduced to its first image: without profiles, comments, thumbnails and further
/// frames, which could keep a decoder busy. Its size is the size of the image itself, not what
/// another part of the file says.
///
/// @param bytesPerPixel memory that a decoder needs for each pixel before it returns the first; 0
///     if it decodes row by row
/// @param cmyk present if the pixels are CMYK
record StrippedImage(
        Format format,
        byte[] file,
        int width,
        int height,
        int bytesPerPixel,
        Orientation orientation,
        Optional<CmykEncoding> cmyk) {
    private static final int MAX_PIXELS = 50_000_000;

    /// A decoder holds some rows.
    private static final int MAX_EDGE = 30_000;

    private static final int MAX_DECODER_BYTES = 100_000_000;

    enum Format {
        JPEG,
        PNG,
        GIF,
        BMP,
        WEBP
    }

    static StrippedImage rowByRow(Format format, byte[] file, int width, int height) {
        return inMemory(format, file, width, height, 0);
    }

    static StrippedImage inMemory(
            Format format, byte[] file, int width, int height, int bytesPerPixel) {
        return new StrippedImage(
                format, file, width, height, bytesPerPixel, Orientation.UPRIGHT, Optional.empty());
    }

    static StrippedImage of(byte[] file) throws UnreadableImageException {
        StrippedImage image = strip(file);
        image.checkSize();
        return image;
    }

    /// The first bytes tell the format; names and content types are often wrong.
    private static StrippedImage strip(byte[] file) throws UnreadableImageException {
        if (JpegFile.matches(file)) {
            return JpegFile.strip(file);
        }
        if (PngFile.matches(file)) {
            return PngFile.strip(file);
        }
        if (GifFile.matches(file)) {
            return GifFile.strip(file);
        }
        if (WebpFile.matches(file)) {
            return WebpFile.strip(file);
        }
        if (BmpFile.matches(file)) {
            return BmpFile.strip(file);
        }
        throw new UnreadableImageException("That is no JPEG, PNG, GIF, WebP or BMP picture.");
    }

    private void checkSize() throws UnreadableImageException {
        if (width < 1 || height < 1) {
            throw UnreadableImageException.broken();
        }
        long pixels = (long) width * height;
        if (pixels > MAX_PIXELS
                || Math.max(width, height) > MAX_EDGE
                || pixels * bytesPerPixel > MAX_DECODER_BYTES) {
            throw new UnreadableImageException(
                    String.format(
                            Locale.ROOT,
                            "The picture is too large: %d by %d pixels.",
                            width,
                            height));
        }
    }
}
