package io.parler.loadpost.cover;

/// How the four components of a JPEG encode cyan, magenta, yellow and black. Files marked by Adobe
/// programs hold inverted values (Technical Note 5116).
enum CmykEncoding {
    PLAIN {
        @Override
        int rgb(int[] samples, int at) {
            return onPaper(
                    255 - samples[at],
                    255 - samples[at + 1],
                    255 - samples[at + 2],
                    255 - samples[at + 3]);
        }
    },
    ADOBE {
        @Override
        int rgb(int[] samples, int at) {
            return onPaper(samples[at], samples[at + 1], samples[at + 2], samples[at + 3]);
        }
    },
    /// The three colours as YCbCr; converting them gives the ink.
    ADOBE_YCCK {
        @Override
        int rgb(int[] samples, int at) {
            double blue = samples[at + 1] - 128.0;
            double red = samples[at + 2] - 128.0;
            return onPaper(
                    255 - level(samples[at] + 1.402 * red),
                    255 - level(samples[at] - 0.344136 * blue - 0.714136 * red),
                    255 - level(samples[at] + 1.772 * blue),
                    samples[at + 3]);
        }
    };

    /// The RGB of the four samples from `at`, with eight bits for each colour.
    abstract int rgb(int[] samples, int at);

    private static int onPaper(int red, int green, int blue, int black) {
        return Pixels.rgb(red * black / 255, green * black / 255, blue * black / 255);
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
