package io.hongbi.grading.simulation.sums;

import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.PageImage.Place;
import io.hongbi.grading.simulation.handwriting.Alphabet.Knot;
import io.hongbi.grading.simulation.handwriting.Drawing;
import io.hongbi.grading.simulation.handwriting.Scribe;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** One child's pen, and how large, slanted and wide it writes. */
final class AnswerHand {

    private final PageImage page;
    private final Scribe scribe;
    private final Random random;
    private final int grey;
    private final double penMm;
    private final double heightMm;
    private final double slant;
    private final double gapMm;

    /**
     * @param digitMm height of the printed digits beside which it writes
     */
    AnswerHand(PageImage page, Scribe scribe, double digitMm, Random random) {
        this.page = page;
        this.scribe = scribe;
        this.random = random;
        this.grey = random.nextBoolean() ? random.nextInt(20, 60) : random.nextInt(60, 100);
        this.penMm = random.nextDouble(0.4, 0.6);
        this.heightMm = digitMm * random.nextDouble(1.0, 1.35);
        this.slant = random.nextDouble(-0.05, 0.15);
        this.gapMm = digitMm * random.nextDouble(0.15, 0.35);
    }

    /** Writes digits, {@code -}, or one of {@code < > =}; returns where it ended. */
    double write(String text, double xMm, double baselineMm) {
        double x = xMm;
        double base = baselineMm + heightMm * random.nextDouble(-0.06, 0.1);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            x += draw(shape(character), character, x, base) + gapMm;
        }
        return x - gapMm;
    }

    /** Draws two lines through what was written. */
    void strikeOut(double fromMm, double toMm, double baselineMm) {
        for (double height : new double[] {0.35, 0.6}) {
            page.stroke(
                    List.of(
                            new Place(fromMm - gapMm, baselineMm - heightMm * (height - 0.12)),
                            new Place(toMm + gapMm, baselineMm - heightMm * (height + 0.12))),
                    penMm,
                    grey);
        }
    }

    private Drawing shape(char character) {
        return switch (character) {
            case '<' -> Drawing.of(List.of(knots(1, 0, 0, 0.5, 1, 1)));
            case '>' -> Drawing.of(List.of(knots(0, 0, 1, 0.5, 0, 1)));
            case '=' -> Drawing.of(List.of(knots(0, 0, 1, 0.03), knots(0, 0.5, 1, 0.48)));
            default -> scribe.draw(character, random);
        };
    }

    private static List<Knot> knots(double... xy) {
        return IntStream.range(0, xy.length / 2)
                .mapToObj(i -> new Knot(xy[2 * i], xy[2 * i + 1]))
                .toList();
    }

    /** Signs are lower than digits and stand in their middle. */
    private double draw(Drawing drawing, char character, double x, double base) {
        boolean sign = "-<>=".indexOf(character) >= 0;
        double size =
                sign
                        ? heightMm * 0.6
                        : heightMm
                                * random.nextDouble(0.94, 1.06)
                                / Math.max(drawing.height(), 0.35);
        double rise = sign ? heightMm / 2 + drawing.height() * size / 2 : drawing.height() * size;
        for (var stroke : drawing.strokes()) {
            page.stroke(
                    stroke.stream()
                            .map(knot -> {
                                double up = drawing.height() / 2 - knot.y();
                                return new Place(
                                        x + (knot.x() + slant * up) * size,
                                        base - rise + knot.y() * size);
                            })
                            .toList(),
                    penMm,
                    grey);
        }
        return Math.max(drawing.width() * size, penMm);
    }
}
