package io.hongbi.grading.simulation;

import java.util.List;
import java.util.Random;
import org.opencv.core.Point;

/** A sheet of exercise paper, ruled, with as many of its lines written on as wanted. */
final class Paper {

    private static final int LINES = 24;
    private static final double A4 = Math.sqrt(2);

    private Paper() {}

    /**
     * Draws a sheet; the caller closes it.
     *
     * @param share of the lines that are written on, from the top, 0 to 1
     */
    static Canvas draw(int width, double share, Random random) {
        int height = (int) (width * A4);
        var paper = Canvas.of(width, height, new Canvas.Colour(243, 242, 236).varied(random, 6));
        double pitch = height / (LINES + 4.0);
        rule(paper, pitch, random);
        var hand = new Hand(random);
        long written = Math.round(share * LINES);
        for (int line = 0; line < written; line++) {
            double y = pitch * (line + 3) - pitch * 0.08;
            double begin = width * (0.13 + random.nextDouble(0.01));
            double end = width * (line == written - 1 ? 0.6 : random.nextDouble(0.86, 0.95));
            hand.writeLine(paper, begin, y, end, pitch * 0.38);
        }
        return paper;
    }

    private static void rule(Canvas paper, double pitch, Random random) {
        var blue = new Canvas.Colour(176, 196, 214).varied(random, 12);
        int thickness = Math.max(1, paper.width() / 900);
        for (int line = 0; line < LINES; line++) {
            double y = pitch * (line + 3);
            paper.stroke(List.of(new Point(0, y), new Point(paper.width(), y)), blue, thickness);
        }
        var red = new Canvas.Colour(214, 150, 150).varied(random, 12);
        double margin = paper.width() * 0.11;
        paper.stroke(
                List.of(new Point(margin, 0), new Point(margin, paper.height())), red, thickness);
    }
}
