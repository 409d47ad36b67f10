package io.parler.frontend.podcast.artwork;

import io.parler.hash.Sha256;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/// Draws a show's picture as a square PNG: its title above the bars of a sound wave. A title in a
/// script that has no outlines here is left out.
public final class ArtworkPainter {
    /// Pixels: Apple takes 1400 to 3000.
    public static final int SIZE = 2000;

    private static final int MARGIN = 160;
    private static final int MAX_TEXT = 260;
    private static final int MIN_TEXT = 96;
    private static final int TEXT_BOTTOM = 1240;
    private static final double LINE = 1.15;
    private static final int BARS = 21;
    private static final int BARS_MIDDLE = 1560;
    private static final int BARS_HEIGHT = 480;
    private static final double BRIGHT = 0.5;

    private final Glyphs glyphs = Glyphs.read();

    /// The lines of a title, and the size that they fit in.
    private record Lines(List<String> lines, int size) {}

    public byte[] paint(Artwork artwork) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Color ground = new Color(artwork.rgb());
        Color ink = luminance(ground) > BRIGHT ? Color.BLACK : Color.WHITE;
        graphics.setColor(ground);
        graphics.fillRect(0, 0, SIZE, SIZE);
        Optional<Lines> title = fitted(artwork.title().strip());
        graphics.setColor(mixed(ground, ink, title.isPresent() ? 0.45 : 0.9));
        bars(graphics, artwork.title(), title.isPresent());
        graphics.setColor(ink);
        title.ifPresent(lines -> text(graphics, lines));
        graphics.dispose();
        return png(image);
    }

    /// A wave that is the show's own: it follows from the title.
    private static void bars(Graphics2D graphics, String title, boolean belowText) {
        String hash = Sha256.hex(title);
        double step = (SIZE - 2.0 * MARGIN) / BARS;
        int middle = belowText ? BARS_MIDDLE : SIZE / 2;
        double tallest = belowText ? BARS_HEIGHT : SIZE - 2.0 * MARGIN;
        for (int i = 0; i < BARS; i++) {
            int digit = Character.digit(hash.charAt(i), 16);
            double height = tallest * (0.15 + 0.85 * digit / 15);
            double width = step * 0.56;
            graphics.fill(
                    new RoundRectangle2D.Double(
                            MARGIN + i * step + (step - width) / 2,
                            middle - height / 2,
                            width,
                            height,
                            width,
                            width));
        }
    }

    private void text(Graphics2D graphics, Lines title) {
        double y = MARGIN + title.size();
        for (String line : title.lines()) {
            graphics.fill(glyphs.outline(line, MARGIN, y, title.size()));
            y += title.size() * LINE;
        }
    }

    /// The largest size in which the title fits; a title too long for the smallest is cut.
    private Optional<Lines> fitted(String title) {
        String text = title.replaceAll("\\s+", " ");
        if (text.isEmpty() || !glyphs.has(text)) {
            return Optional.empty();
        }
        for (int size = MAX_TEXT; size >= MIN_TEXT; size -= 4) {
            List<String> lines = wrapped(text, size);
            if (lines.stream().allMatch(fitsIn(size)) && lines.size() <= maxLines(size)) {
                return Optional.of(new Lines(lines, size));
            }
        }
        List<String> lines =
                wrapped(text, MIN_TEXT).stream()
                        .map(line -> cut(line, MIN_TEXT))
                        .limit(maxLines(MIN_TEXT))
                        .toList();
        return Optional.of(new Lines(lines, MIN_TEXT));
    }

    private Predicate<String> fitsIn(int size) {
        return line -> glyphs.width(line) <= width(size);
    }

    private static int maxLines(int size) {
        return (int) ((TEXT_BOTTOM - MARGIN - size) / (size * LINE)) + 1;
    }

    private static int width(int size) {
        return (SIZE - 2 * MARGIN) * Glyphs.EM / size;
    }

    private List<String> wrapped(String text, int size) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || glyphs.width(longer) <= width(size)) {
                line = longer;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }

    private String cut(String line, int size) {
        String shorter = line;
        while (glyphs.width(shorter) > width(size)) {
            shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
        }
        return shorter;
    }

    private static Color mixed(Color ground, Color ink, double part) {
        return new Color(
                mixed(ground.getRed(), ink.getRed(), part),
                mixed(ground.getGreen(), ink.getGreen(), part),
                mixed(ground.getBlue(), ink.getBlue(), part));
    }

    private static int mixed(int ground, int ink, double part) {
        return (int) Math.round(ground + (ink - ground) * part);
    }

    private static double luminance(Color color) {
        return (0.2126 * color.getRed() + 0.7152 * color.getGreen() + 0.0722 * color.getBlue())
                / 255;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 17);
        try {
            // A cache on disk would need a folder that may be written.
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
