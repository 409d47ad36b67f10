package io.parler.loadpost.cover;

import static io.parler.loadpost.cover.TestImages.BLUE;
import static io.parler.loadpost.cover.TestImages.RED;
import static io.parler.loadpost.cover.TestImages.file;
import static io.parler.loadpost.cover.TestImages.halves;
import static io.parler.loadpost.cover.TestImages.held;
import static io.parler.loadpost.cover.TestImages.inserted;
import static io.parler.loadpost.cover.TestImages.noise;
import static io.parler.loadpost.cover.TestImages.progressive;
import static io.parler.loadpost.cover.TestImages.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.time.Deadline;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverMakerTest {
    private static final int NEAR = 40;
    /// It never passes: how long a test takes depends on the machine.
    private static final Deadline NEVER = Deadline.in(Duration.ofSeconds(1), () -> 0);

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void aLargeImageIsScaledDownInProportion(String format) {
        BufferedImage cover = cover(written(format, 1300, 650));
        assertThat(size(cover)).isEqualTo("600x300");
        assertHalves(cover, RED, BLUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 599, 600, 601, 1199, 1200, 1201, 2399, 2400, 2401, 5000})
    void noEdgeIsLongerThanSixHundredPixelsAndNoImageIsEnlarged(int edge) {
        BufferedImage wide = cover(written("png", edge, 3));
        BufferedImage tall = cover(written("png", 3, edge));
        int expected = Math.min(edge, 600);
        assertThat(Math.max(expected, wide.getHeight())).isEqualTo(Math.max(expected, 3));
        assertThat(wide.getWidth()).isEqualTo(expected);
        assertThat(tall.getHeight()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lossless.webp",
                "lossy.webp",
                "animated.webp",
                "inks.jpg",
            })
    void imagesOfOtherProgramsAreRead(String name) {
        BufferedImage cover = cover(file(name));
        assertThat(size(cover)).isEqualTo("32x16");
        assertHalves(cover, RED, BLUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transparent-lossy.webp", "transparent-lossless.webp"})
    void transparentPixelsOfAWebpAreWhite(String name) {
        assertHalves(cover(file(name)), RED, Color.WHITE);
    }

    @Test
    void transparentPixelsOfAPngAreWhite() {
        BufferedImage image = halves(40, 20, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 20; y++) {
            for (int x = 20; x < 40; x++) {
                image.setRGB(x, y, 0);
            }
        }
        assertHalves(cover(written("png", image)), RED, Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void greyKeepsItsBrightness(int type) {
        var image = new BufferedImage(40, 20, type);
        int most = type == BufferedImage.TYPE_USHORT_GRAY ? 65535 : 255;
        int level = type == BufferedImage.TYPE_BYTE_BINARY ? 1 : most / 2;
        for (int y = 0; y < 20; y++) {
            for (int x = 20; x < 40; x++) {
                image.getRaster().setSample(x, y, 0, level);
            }
        }
        Color expected = level == 1 ? Color.WHITE : new Color(127, 127, 127);
        assertHalves(cover(written("png", image)), Color.BLACK, expected);
    }

    @Test
    void aProgressiveJpegIsRead() {
        assertHalves(cover(progressive(800, 400)), RED, BLUE);
    }

    @Test
    void theCoverIsABaselineJpegWithoutMetadata() {
        byte[] jpeg = made(held(progressive(800, 400), 1));
        var text = new String(jpeg, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("JFIF", "\u00ff\u00c0").doesNotContain("Exif", "\u00ff\u00c2");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 40x20, red, blue",
        "2, 40x20, blue, red",
        "3, 40x20, blue, red",
        "4, 40x20, red, blue",
        "5, 20x40, red, blue",
        "6, 20x40, red, blue",
        "7, 20x40, blue, red",
        "8, 20x40, blue, red",
        "9, 40x20, red, blue",
    })
    void anImageIsTurnedByItsExifOrientation(int tag, String size, String first, String last) {
        BufferedImage cover = cover(held(written("jpeg", 40, 20), tag));
        assertThat(size(cover)).isEqualTo(size);
        assertNear(cover, 5, 5, first.equals("red") ? RED : BLUE);
        assertNear(
                cover,
                cover.getWidth() - 5,
                cover.getHeight() - 5,
                last.equals("red") ? RED : BLUE);
    }

    @Test
    void anImageOfNoiseFitsIntoTheSizeLimit() {
        assertThat(made(written("png", noise(900, 900)))).hasSizeLessThanOrEqualTo(200_000);
    }

    @Test
    void aColourProfileIsIgnored() {
        byte[] profile = "ICC_PROFILE\0\1\1 nonsense".getBytes(StandardCharsets.ISO_8859_1);
        byte[] segment = new byte[profile.length + 4];
        segment[0] = (byte) 0xff;
        segment[1] = (byte) 0xe2;
        segment[3] = (byte) (profile.length + 2);
        System.arraycopy(profile, 0, segment, 4, profile.length);
        assertHalves(cover(inserted(written("jpeg", 40, 20), 2, segment)), RED, BLUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "GIF89a",
                "BM",
                "\u00ff\u00d8\u00ff",
                "RIFF\0\0\0\0WEBP",
                "A text that was called lead.jpg.",
                "<svg xmlns='http://www.w3.org/2000/svg'/>"
            })
    void aFileThatIsNoImageIsRefused(String content) {
        assertThat(CoverMaker.make(content.getBytes(StandardCharsets.ISO_8859_1), NEVER))
                .isInstanceOf(CoverResult.NoPicture.class);
    }

    @Test
    void anUnsupportedFormatIsRefusedAndTheSupportedOnesAreNamed() {
        assertThat(CoverMaker.make(file("picture.avif"), NEVER))
                .isEqualTo(
                        new CoverResult.NoPicture(
                                "That is no JPEG, PNG, GIF, WebP or BMP picture."));
    }

    @Test
    void decodingEndsAtTheDeadline() {
        Deadline passed = Deadline.in(Duration.ZERO, () -> 0);
        for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
            assertThat(CoverMaker.make(written(format, 40, 20), passed))
                    .as(format)
                    .isInstanceOf(CoverResult.NoPicture.class);
        }
    }

    private BufferedImage cover(byte[] picture) {
        return TestImages.read(made(picture));
    }

    private byte[] made(byte[] picture) {
        return switch (CoverMaker.make(picture, NEVER)) {
            case CoverResult.Found(var jpeg) -> jpeg;
            case CoverResult.NoPicture(var detail) -> throw new AssertionError(detail);
        };
    }

    private static String size(BufferedImage image) {
        return image.getWidth() + "x" + image.getHeight();
    }

    private static void assertHalves(BufferedImage image, Color left, Color right) {
        assertNear(image, image.getWidth() / 8, image.getHeight() / 2, left);
        assertNear(image, image.getWidth() * 7 / 8, image.getHeight() / 2, right);
    }

    private static void assertNear(BufferedImage image, int x, int y, Color expected) {
        var found = new Color(image.getRGB(x, y));
        int apart =
                Math.abs(found.getRed() - expected.getRed())
                        + Math.abs(found.getGreen() - expected.getGreen())
                        + Math.abs(found.getBlue() - expected.getBlue());
        assertThat(apart).as("%s instead of %s", found, expected).isLessThan(NEAR);
    }
}
