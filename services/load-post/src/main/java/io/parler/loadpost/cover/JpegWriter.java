package io.parler.loadpost.cover;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels as a baseline JPEG.
final class JpegWriter {
    private static final float[] QUALITIES = {0.85f, 0.7f, 0.55f, 0.4f, 0.25f};

    private JpegWriter() {}

    /// In the best quality that fits into `maxBytes`, or in the lowest one.
    static byte[] write(Pixels pixels, int maxBytes) {
        byte[] jpeg = {};
        for (float quality : QUALITIES) {
            jpeg = write(pixels, quality);
            if (jpeg.length <= maxBytes) {
                return jpeg;
            }
        }
        return jpeg;
    }

    private static byte[] write(Pixels pixels, float quality) {
        int width = pixels.width();
        var image = new BufferedImage(width, pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, pixels.height(), pixels.rgb(), 0, width);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory does not fail
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
