package io.hongbi.grading.simulation;

import io.hongbi.grading.simulation.handwriting.Alphabet;
import io.hongbi.grading.simulation.handwriting.Alphabet.Knot;
import io.hongbi.grading.simulation.handwriting.Spline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Point;

/** Somebody's handwriting: slant, size, width and how steadily the pen is led. */
final class Hand {

    private final Random random;
    private final Canvas.Colour ink;
    private final double slant;
    private final double width;
    private final double unsteadiness;

    Hand(Random random) {
        this.random = random;
        this.ink = ink(random);
        this.slant = random.nextDouble(-0.05, 0.45);
        this.width = random.nextDouble(0.65, 0.95);
        this.unsteadiness = random.nextDouble(0.02, 0.07);
    }

    private static Canvas.Colour ink(Random random) {
        var colours =
                List.of(
                        new Canvas.Colour(30, 40, 110),
                        new Canvas.Colour(25, 25, 30),
                        new Canvas.Colour(80, 80, 85));
        return colours.get(random.nextInt(colours.size())).varied(random, 15);
    }

    /**
     * Writes words on a line until it is full.
     *
     * @param x where it begins, y the baseline, both in pixels
     * @param end the column not to be crossed
     * @param height of an x in pixels
     */
    void writeLine(Canvas paper, double x, double y, double end, double height) {
        double at = x;
        while (at < end - 3 * height) {
            int letters = random.nextInt(2, 9);
            for (int i = 0; i < letters && at < end - height; i++) {
                at += writeLetter(paper, at, y, height * random.nextDouble(0.92, 1.08));
            }
            at += height * random.nextDouble(0.7, 1.3);
        }
    }

    private double writeLetter(Canvas paper, double x, double baseline, double height) {
        var letter = Alphabet.letter(random.nextInt(Alphabet.size()));
        int thickness = (int) Math.max(1, Math.round(height / 9));
        double lift = random.nextGaussian() * unsteadiness * height;
        for (var stroke : letter) {
            var knots = new ArrayList<Knot>();
            for (var knot : stroke) {
                double y = (knot.y() - 1 + jitter()) * height;
                double along = (knot.x() + jitter()) * width * height - slant * y;
                knots.add(new Knot(x + along, baseline + y + lift));
            }
            paper.stroke(
                    Spline.through(knots).stream().map(k -> new Point(k.x(), k.y())).toList(),
                    ink,
                    thickness);
        }
        return width * height * random.nextDouble(0.95, 1.1);
    }

    private double jitter() {
        return random.nextGaussian() * unsteadiness;
    }
}
