package io.parler.frontend.podcast.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtworkPainterTest {
    private final ArtworkPainter painter = new ArtworkPainter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Queues, read aloud",
                "Über Äpfel & Привет Κόσμε",
                "日本語のタイトル",
                "😀",
                "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf",
                "A very long title that goes on and on and on, with many words that nobody will"
                        + " ever read to the end because it would not fit onto any picture at all,"
                        + " however small its letters are, and they may not be too small either,"
                        + " which is why it is cut somewhere"
            })
    void aPictureIsASquareOfTheSizeThatDirectoriesAskFor(String title) throws Exception {
        BufferedImage image = paint(title, "#1f3a5f");

        assertThat(image.getWidth()).isEqualTo(image.getHeight()).isBetween(1400, 3000);
        assertThat(image.getColorModel().hasAlpha()).isFalse();
        assertThat(image.getRGB(5, 5) & 0xffffff).isEqualTo(0x1f3a5f);
        assertThat(margins(image)).allMatch(rgb -> rgb == 0x1f3a5f);
        assertThat(
                        IntStream.range(0, 2000).map(x -> image.getRGB(x, 1000)).distinct().count()
                                + IntStream.range(0, 2000)
                                        .map(x -> image.getRGB(x, 1560))
                                        .distinct()
                                        .count())
                .isGreaterThan(2);
    }

    @Test
    void theTitleIsReadableOnEveryGround() throws Exception {
        assertThat(colors(paint("Queues", "#ffffff"))).contains(0x000000);
        assertThat(colors(paint("Queues", "#000000"))).contains(0xffffff);
    }

    @Test
    void anotherTitleOrColorHasAnotherVersion() {
        assertThat(new Artwork("a", "#000000").version())
                .isEqualTo(new Artwork("a", "#000000").version())
                .isNotEqualTo(new Artwork("b", "#000000").version())
                .isNotEqualTo(new Artwork("a", "#000001").version());
    }

    /// Nothing is drawn in the outermost 100 pixels, which apps cut to round corners.
    private static IntStream margins(BufferedImage image) {
        return IntStream.range(0, 2000)
                .flatMap(
                        i ->
                                IntStream.of(
                                        image.getRGB(i, 100),
                                        image.getRGB(i, 1899),
                                        image.getRGB(100, i),
                                        image.getRGB(1899, i)))
                .map(rgb -> rgb & 0xffffff);
    }

    private static IntStream colors(BufferedImage image) {
        return IntStream.range(0, 2000 * 500)
                .map(i -> image.getRGB(i % 2000, i / 2000) & 0xffffff)
                .distinct();
    }

    private BufferedImage paint(String title, String color) throws Exception {
        byte[] picture = painter.paint(new Artwork(title, color));
        assertThat(picture).hasSizeLessThan(500_000);
        return ImageIO.read(new ByteArrayInputStream(picture));
    }
}
