package io.parler.loadpost.cover;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.parler.time.Deadline;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/// Decodes an image into few pixels. Of a large image only every second, third … row and column is
/// decoded, so that it is never in memory as a whole.
final class ImageDecoder {
    /// Decoded pixels per pixel of the result, in each direction: their mean hides the
    /// subsampling.
    private static final int OVERSAMPLING = 2;

    private ImageDecoder() {}

    /// @param maxEdge of the result; a smaller image keeps its size
    static Pixels decode(StrippedImage image, int maxEdge, Deadline deadline)
            throws UnreadableImageException {
        try {
            ImageReader reader = reader(image.format());
            try (TimeLimitedImageInput in = new TimeLimitedImageInput(image.file(), deadline)) {
                reader.setInput(in, true, true);
                return decode(reader, image, maxEdge);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // Damaged files make decoders throw anything. Some allocate tables as large as the file
            // says; that memory is free again here.
            throw UnreadableImageException.broken();
        }
    }

    private static Pixels decode(ImageReader reader, StrippedImage image, int maxEdge)
            throws IOException, UnreadableImageException {
        if (reader.getWidth(0) != image.width() || reader.getHeight(0) != image.height()) {
            throw UnreadableImageException.broken();
        }
        int step = Math.max(1, Math.max(image.width(), image.height()) / (maxEdge * OVERSAMPLING));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        if (image.cmyk().isPresent()) {
            Raster raster = reader.readRaster(0, parameters);
            PixelRows rows = PixelRows.of(raster, image.cmyk().get());
            return scale(rows, raster.getWidth(), raster.getHeight(), maxEdge);
        }
        BufferedImage decoded = reader.read(0, parameters);
        return scale(PixelRows.of(decoded), decoded.getWidth(), decoded.getHeight(), maxEdge);
    }

    private static Pixels scale(PixelRows rows, int width, int height, int maxEdge) {
        BoxScaler scaler = new BoxScaler(width, height, maxEdge);
        for (int y = 0; y < height; y++) {
            scaler.add(rows.row(y));
        }
        return scaler.pixels();
    }

    /// The WebP reader is created by its class: a search would depend on the thread's class
    /// loader.
    private static ImageReader reader(StrippedImage.Format format) throws IOException {
        return format == StrippedImage.Format.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(format.name()).next();
    }
}
