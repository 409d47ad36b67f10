package io.parler.loadpost.cover;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/// The rows of a decoded image as red, green and blue on white. Samples are used without colour
/// conversion, which takes microseconds for each pixel and makes grey brighter than in browsers.
@FunctionalInterface
interface PixelRows {
    /// The row at `y`, with eight bits for each colour.
    int[] row(int y);

    static PixelRows of(BufferedImage image) {
        return image.getColorModel() instanceof IndexColorModel colours
                ? indexed(image.getRaster(), colours)
                : direct(image);
    }

    private static PixelRows indexed(Raster raster, IndexColorModel colours) {
        int width = raster.getWidth();
        int[] table = new int[colours.getMapSize()];
        colours.getRGBs(table);
        return y -> {
            int[] row = raster.getSamples(0, y, width, 1, 0, (int[]) null);
            for (int x = 0; x < width; x++) {
                int argb = row[x] < table.length ? table[row[x]] : 0;
                row[x] = onWhite((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff, argb >>> 24);
            }
            return row;
        };
    }

    /// One or three colour bands and an optional alpha band, of any depth.
    private static PixelRows direct(BufferedImage image) {
        WritableRaster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int alpha = model.hasAlpha() ? bands - 1 : -1;
        int green = bands < 3 ? 0 : 1;
        int blue = bands < 3 ? 0 : 2;
        int[] max = new int[bands];
        for (int band = 0; band < bands; band++) {
            max[band] = (1 << Math.min(16, model.getComponentSize(band))) - 1;
        }
        return y -> {
            int[] samples = raster.getPixels(0, y, width, 1, (int[]) null);
            int[] row = new int[width];
            for (int x = 0; x < width; x++) {
                int at = x * bands;
                row[x] =
                        onWhite(
                                samples[at] * 255 / max[0],
                                samples[at + green] * 255 / max[green],
                                samples[at + blue] * 255 / max[blue],
                                alpha < 0 ? 255 : samples[at + alpha] * 255 / max[alpha]);
            }
            return row;
        };
    }

    static PixelRows of(Raster raster, CmykEncoding cmyk) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        return y -> {
            int[] samples = raster.getPixels(0, y, width, 1, (int[]) null);
            int[] row = new int[width];
            for (int x = 0; x < width; x++) {
                row[x] = cmyk.rgb(samples, x * bands);
            }
            return row;
        };
    }

    private static int onWhite(int red, int green, int blue, int alpha) {
        int white = 255 - alpha;
        return Pixels.rgb(
                red * alpha / 255 + white, green * alpha / 255 + white, blue * alpha / 255 + white);
    }
}
