package io.parler.loadpost.cover;

import io.parler.time.Deadline;

/// Makes a cover of a picture: a small, upright, baseline JPEG on white, without metadata.
/// Graphics classes are loaded with the first cover, not before.
public final class CoverMaker {
    private static final int MAX_EDGE = 600;
    private static final int MAX_BYTES = 200_000;

    private CoverMaker() {}

    public static CoverResult make(byte[] file, Deadline deadline) {
        try {
            StrippedImage image = StrippedImage.of(file);
            Pixels pixels =
                    image.orientation().turn(ImageDecoder.decode(image, MAX_EDGE, deadline));
            return new CoverResult.Found(JpegWriter.write(pixels, MAX_BYTES));
        } catch (UnreadableImageException e) {
            return new CoverResult.NoPicture(e.detail());
        }
    }
}
