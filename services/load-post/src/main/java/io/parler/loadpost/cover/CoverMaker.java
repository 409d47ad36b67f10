package io.parler.loadpost.cover;

import java.time.Duration;

/// Makes covers of pictures: small, baseline, upright, on white, with nothing in them that was
/// hidden in the picture. Loads no graphics before the first.
public final class CoverMaker {
    private static final int LONGEST_EDGE = 600;
    private static final int MOST_BYTES = 200_000;

    private final PixelReader reader;

    /// @param time for reading one picture
    public CoverMaker(Duration time) {
        this.reader = new PixelReader(time);
    }

    public CoverReading make(byte[] file) {
        try {
            var picture = BarePicture.of(file);
            var pixels = picture.orientation().turned(reader.read(picture, LONGEST_EDGE));
            return new CoverReading.Found(JpegWriter.write(pixels, MOST_BYTES));
        } catch (NotReadable e) {
            return new CoverReading.NoPicture(e.detail());
        }
    }
}
