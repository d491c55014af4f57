package io.hongbi.grading.simulation.handwriting;

import io.hongbi.grading.simulation.handwriting.Alphabet.Knot;
import java.util.ArrayList;
import java.util.List;

/** A Catmull-Rom spline: a smooth line through knots, with a corner where one is given twice. */
public final class Spline {

    private static final int STEPS_BETWEEN_KNOTS = 5;

    private Spline() {}

    /** The line, all knots on it. */
    public static List<Knot> through(List<Knot> knots) {
        var line = new ArrayList<Knot>();
        for (int i = 0; i + 1 < knots.size(); i++) {
            var before = knots.get(Math.max(0, i - 1));
            var from = knots.get(i);
            var to = knots.get(i + 1);
            var after = knots.get(Math.min(knots.size() - 1, i + 2));
            for (int step = 0; step < STEPS_BETWEEN_KNOTS; step++) {
                double t = (double) step / STEPS_BETWEEN_KNOTS;
                line.add(
                        new Knot(
                                at(before.x(), from.x(), to.x(), after.x(), t),
                                at(before.y(), from.y(), to.y(), after.y(), t)));
            }
        }
        line.add(knots.getLast());
        return line;
    }

    private static double at(double a, double b, double c, double d, double t) {
        return 0.5
                * (2 * b
                        + (c - a) * t
                        + (2 * a - 5 * b + 4 * c - d) * t * t
                        + (3 * b - a - 3 * c + d) * t * t * t);
    }
}
