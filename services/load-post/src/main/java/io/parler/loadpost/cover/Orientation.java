package io.parler.loadpost.cover;

import java.util.List;

/// How a picture has to be turned to be upright (Exif 2.32, tag 274).
///
/// @param transposed whether rows and columns are swapped
record Orientation(boolean transposed, boolean fromRight, boolean fromBottom) {
    static final Orientation UPRIGHT = new Orientation(false, false, false);

    /// The tag's values, 1 to 8.
    private static final List<Orientation> BY_TAG =
            List.of(
                    UPRIGHT,
                    new Orientation(false, true, false),
                    new Orientation(false, true, true),
                    new Orientation(false, false, true),
                    new Orientation(true, false, false),
                    new Orientation(true, false, true),
                    new Orientation(true, true, true),
                    new Orientation(true, true, false));

    private static final int TAG = 274;

    /// The orientation in Exif data; upright if the data is damaged or has none.
    ///
    /// @param tiff the data after its `Exif` marker
    static Orientation ofExif(byte[] tiff) {
        try {
            String order = ByteCursor.bigEndian(tiff).ascii(2);
            ByteCursor in =
                    order.equals("II") ? ByteCursor.littleEndian(tiff) : ByteCursor.bigEndian(tiff);
            long first = in.skip(4).unsignedInt();
            in.skip(first - in.position());
            for (int fields = in.unsignedShort(); fields > 0; fields--) {
                int tag = in.unsignedShort();
                int value = in.skip(6).unsignedShort();
                if (tag == TAG) {
                    return value >= 1 && value <= BY_TAG.size() ? BY_TAG.get(value - 1) : UPRIGHT;
                }
                in.skip(2);
            }
            return UPRIGHT;
        } catch (UnreadableImageException e) {
            return UPRIGHT; // the image itself may still be intact
        }
    }

    Pixels turn(Pixels pixels) {
        int width = transposed ? pixels.height() : pixels.width();
        int height = transposed ? pixels.width() : pixels.height();
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = transposed ? y : x;
                int fromY = transposed ? x : y;
                rgb[y * width + x] =
                        pixels.rgb()[
                                (fromBottom ? pixels.height() - 1 - fromY : fromY) * pixels.width()
                                        + (fromRight ? pixels.width() - 1 - fromX : fromX)];
            }
        }
        return new Pixels(width, height, rgb);
    }
}
