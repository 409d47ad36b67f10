package io.parler.loadpost.cover;

import java.util.Arrays;

/// Scales an image down row by row, from top to bottom: a pixel of the result is the mean of the
/// pixels it covers.
final class BoxScaler {
    private static final int CHANNELS = 3;

    private final int sourceWidth;
    private final int sourceHeight;
    private final int width;
    private final int height;
    private final int[] rgb;
    private final float[] sums;
    private int rows;

    /// @param maxEdge of the result; a smaller image keeps its size
    BoxScaler(int sourceWidth, int sourceHeight, int maxEdge) {
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        double scale = Math.min(1, (double) maxEdge / Math.max(sourceWidth, sourceHeight));
        this.width = (int) Math.max(1, Math.round(sourceWidth * scale));
        this.height = (int) Math.max(1, Math.round(sourceHeight * scale));
        this.rgb = new int[width * height];
        this.sums = new float[width * CHANNELS];
    }

    /// Adds the next row. Where it overlaps two rows of the result, each gets its share.
    void add(int[] row) {
        double top = (double) rows * height / sourceHeight;
        double bottom = (double) (rows + 1) * height / sourceHeight;
        int last = Math.min((int) top, height - 1);
        double inFirst = Math.min(bottom, last + 1) - top;
        addPart(row, inFirst);
        rows++;
        if (bottom >= last + 1 - 1e-9 || rows == sourceHeight) {
            write(last);
            addPart(row, bottom - top - inFirst);
        }
    }

    Pixels pixels() {
        return new Pixels(width, height, rgb);
    }

    private void addPart(int[] row, double share) {
        double step = (double) width / sourceWidth;
        for (int x = 0; x < sourceWidth; x++) {
            double left = x * step;
            double right = left + step;
            int to = Math.min((int) left, width - 1);
            double inFirst = Math.min(right, to + 1) - left;
            addPixel(to, row[x], inFirst * share);
            if (right - left > inFirst && to + 1 < width) {
                addPixel(to + 1, row[x], (right - left - inFirst) * share);
            }
        }
    }

    private void addPixel(int x, int pixel, double share) {
        sums[x * CHANNELS] += (float) (((pixel >> 16) & 0xff) * share);
        sums[x * CHANNELS + 1] += (float) (((pixel >> 8) & 0xff) * share);
        sums[x * CHANNELS + 2] += (float) ((pixel & 0xff) * share);
    }

    private void write(int y) {
        for (int x = 0; x < width; x++) {
            rgb[y * width + x] =
                    Pixels.rgb(
                            level(sums[x * CHANNELS]),
                            level(sums[x * CHANNELS + 1]),
                            level(sums[x * CHANNELS + 2]));
        }
        Arrays.fill(sums, 0);
    }

    private static int level(float sum) {
        return Math.clamp(Math.round(sum), 0, 255);
    }
}
