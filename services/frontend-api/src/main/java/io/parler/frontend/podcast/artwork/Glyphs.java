package io.parler.frontend.podcast.artwork;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringTokenizer;

/// The outlines of the letters of Inter Bold, for Latin, Greek and Cyrillic. Lambda has no fonts,
/// and Java can't load one without the system's font libraries.
final class Glyphs {
    /// Units of an outline in the height of a line's letters.
    static final int EM = 1000;

    private static final String RESOURCE = "/artwork/inter-bold-outlines.txt";

    private final Map<Integer, Glyph> byCodePoint;

    private record Glyph(int advance, String path) {}

    private Glyphs(Map<Integer, Glyph> byCodePoint) {
        this.byCodePoint = byCodePoint;
    }

    static Glyphs read() {
        Map<Integer, Glyph> glyphs = new HashMap<>();
        try (InputStream file =
                Objects.requireNonNull(Glyphs.class.getResourceAsStream(RESOURCE))) {
            new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" ", 3))
                    .forEach(
                            field ->
                                    glyphs.put(
                                            Integer.parseInt(field[0], 16),
                                            new Glyph(Integer.parseInt(field[1]), field[2])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Glyphs(glyphs);
    }

    boolean has(String text) {
        return text.codePoints().allMatch(byCodePoint::containsKey);
    }

    int width(String text) {
        return text.codePoints().map(codePoint -> glyph(codePoint).advance()).sum();
    }

    /// The outline of a text whose base line begins at a point.
    Path2D outline(String text, double x, double y, double size) {
        Path2D outline = new Path2D.Double();
        double scale = size / EM;
        double at = x;
        for (int codePoint : text.codePoints().toArray()) {
            Glyph glyph = glyph(codePoint);
            AffineTransform place = new AffineTransform(scale, 0, 0, scale, at, y);
            outline.append(path(glyph.path()).getPathIterator(place), false);
            at += glyph.advance() * scale;
        }
        return outline;
    }

    private Glyph glyph(int codePoint) {
        return Objects.requireNonNull(byCodePoint.get(codePoint));
    }

    /// Reads a path in the notation of SVG, of the commands M, L, Q, C and Z.
    private static Path2D path(String commands) {
        Path2D path = new Path2D.Double();
        StringTokenizer tokens = new StringTokenizer(commands, "MLQCZ ", true);
        while (tokens.hasMoreTokens()) {
            switch (tokens.nextToken()) {
                case "M" -> path.moveTo(number(tokens), number(tokens));
                case "L" -> path.lineTo(number(tokens), number(tokens));
                case "Q" ->
                        path.quadTo(number(tokens), number(tokens), number(tokens), number(tokens));
                case "C" ->
                        path.curveTo(
                                number(tokens),
                                number(tokens),
                                number(tokens),
                                number(tokens),
                                number(tokens),
                                number(tokens));
                case "Z" -> path.closePath();
                default -> throw new IllegalStateException("not an outline: " + commands);
            }
        }
        return path;
    }

    private static double number(StringTokenizer tokens) {
        String token = tokens.nextToken();
        return Double.parseDouble(token.equals(" ") ? tokens.nextToken() : token);
    }
}
