package io.hongbi.grading.simulation.sums;

import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.PageImage.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Prints in the face that worksheets are printed in (Noto Sans SC, SIL Open Font License 1.1), from
 * outlines of the few characters that pages of sums need; see {@code fonts/README.md}.
 */
final class Type {

    private static final String OUTLINES = "/print/NotoSansSC-Regular.txt";

    /** Height of a digit, in the outlines' thousandths of an em. */
    private static final double DIGIT = 735;

    private static final int BLACK = 25;

    private static final Map<Character, Glyph> GLYPHS = read();

    private final PageImage page;
    private final double mmPerUnit;

    /**
     * @param digitMm height of a digit
     */
    Type(PageImage page, double digitMm) {
        this.page = page;
        this.mmPerUnit = digitMm / DIGIT;
    }

    /**
     * Polygons about the origin on the baseline, y downwards; what lies in an even number is paper.
     */
    private record Glyph(double advance, List<List<Place>> outline) {}

    /**
     * Prints a line.
     *
     * @return where the next character would stand
     * @throws IllegalArgumentException if there is no outline of one
     */
    double print(String text, double xMm, double baselineMm) {
        double x = xMm;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character != ' ') {
                double left = x;
                page.fill(
                        glyph(character).outline.stream()
                                .map(polygon -> placed(polygon, left, baselineMm))
                                .toList(),
                        BLACK);
            }
            x += width(character);
        }
        return x;
    }

    /** How long a line is, mm. */
    double width(String text) {
        return text.chars().mapToDouble(c -> width((char) c)).sum();
    }

    private double width(char character) {
        return mmPerUnit * (character == ' ' ? DIGIT / 3 : glyph(character).advance);
    }

    private List<Place> placed(List<Place> polygon, double x, double y) {
        return polygon.stream()
                .map(p -> new Place(x + p.xMm() * mmPerUnit, y + p.yMm() * mmPerUnit))
                .toList();
    }

    private static Glyph glyph(char character) {
        var glyph = GLYPHS.get(character);
        if (glyph == null) {
            throw new IllegalArgumentException("There is no outline of " + character);
        }
        return glyph;
    }

    private static Map<Character, Glyph> read() {
        try (InputStream in = Type.class.getResourceAsStream(OUTLINES);
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in, OUTLINES),
                                        StandardCharsets.UTF_8))) {
            var glyphs = new HashMap<Character, Glyph>();
            lines.lines().forEach(line -> glyphs.put(line.charAt(0), parse(line.substring(2))));
            return Map.copyOf(glyphs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Glyph parse(String line) {
        var parts = line.split(" \\| ", -1);
        return new Glyph(
                Double.parseDouble(parts[0]),
                Arrays.stream(parts).skip(1).map(Type::polygon).toList());
    }

    private static List<Place> polygon(String points) {
        return Arrays.stream(points.split(" ", -1))
                .map(point -> point.split(",", -1))
                .map(xy -> new Place(Double.parseDouble(xy[0]), Double.parseDouble(xy[1])))
                .toList();
    }
}
