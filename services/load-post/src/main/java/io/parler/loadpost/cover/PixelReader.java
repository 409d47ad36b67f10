package io.parler.loadpost.cover;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// Reads a bare picture into few pixels: of a large one only each second, third … in both
/// directions is kept, so that a small picture is made of it without holding it.
final class PixelReader {
    /// How many pixels are kept for each that is wanted: their mean hides what was left out.
    private static final int FINER = 2;

    private final Duration time;

    PixelReader(Duration time) {
        this.time = time;
    }

    /// @param longest edge of the result; a smaller picture stays as it is
    Pixels read(BarePicture picture, int longest) throws NotReadable {
        try {
            var reader = reader(picture.format());
            try (var in = new TimedBytes(picture.file(), time)) {
                reader.setInput(in, true, true);
                return read(reader, picture, longest);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // Readers throw whatever damage leads them to. Some make tables as large as the file
            // asks for; those are gone again here.
            throw NotReadable.broken();
        }
    }

    private static Pixels read(ImageReader reader, BarePicture picture, int longest)
            throws IOException, NotReadable {
        if (reader.getWidth(0) != picture.width() || reader.getHeight(0) != picture.height()) {
            throw NotReadable.broken();
        }
        int step = Math.max(1, Math.max(picture.width(), picture.height()) / (longest * FINER));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        if (picture.inks().isPresent()) {
            var raster = reader.readRaster(0, how);
            var rows = PixelRows.of(raster, picture.inks().get());
            return scaled(rows, raster.getWidth(), raster.getHeight(), longest);
        }
        var image = reader.read(0, how);
        return scaled(PixelRows.of(image), image.getWidth(), image.getHeight(), longest);
    }

    private static Pixels scaled(PixelRows rows, int width, int height, int longest) {
        var scaler = new BoxScaler(width, height, longest);
        for (int y = 0; y < height; y++) {
            scaler.add(rows.row(y));
        }
        return scaler.pixels();
    }

    /// The WebP reader is named, not searched for: a search would depend on the thread's class
    /// loader.
    private static ImageReader reader(BarePicture.Format format) throws IOException {
        return format == BarePicture.Format.WEBP
                ? new WebPImageReaderSpi().createReaderInstance(null)
                : ImageIO.getImageReadersByFormatName(format.name()).next();
    }
}
