package io.hongbi.grading.simulation.handwriting;

import io.hongbi.grading.simulation.handwriting.Alphabet.Knot;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A character as pen strokes: x to the right, y downwards from the top left corner of what is
 * written, whose longer side is 1.
 */
public record Drawing(List<List<Knot>> strokes) {

    /** Of a full stop, which has hardly a size of its own. */
    private static final double LEAST = 0.02;

    /** How far a straight line leaves its chord, of its length. */
    private static final double STRAIGHT = 0.12;

    public Drawing {
        strokes = strokes.stream().map(List::copyOf).toList();
    }

    /** Strokes of whatever size and place. */
    public static Drawing of(List<List<Knot>> strokes) {
        var x = new Range(strokes, Knot::x);
        var y = new Range(strokes, Knot::y);
        double longer = Math.max(LEAST, Math.max(x.length(), y.length()));
        return new Drawing(
                strokes.stream()
                        .map(stroke ->
                                stroke.stream()
                                        .map(k ->
                                                new Knot(
                                                        (k.x() - x.least()) / longer,
                                                        (k.y() - y.least()) / longer))
                                        .toList())
                        .toList());
    }

    public double width() {
        return new Range(strokes, Knot::x).length();
    }

    public double height() {
        return new Range(strokes, Knot::y).length();
    }

    /** Whether it is one straight line: a one, a minus, or a piece of something. */
    boolean isLine() {
        if (strokes.size() != 1) {
            return false;
        }
        var line = strokes.getFirst();
        var from = line.getFirst();
        var to = line.getLast();
        double chord = Math.hypot(to.x() - from.x(), to.y() - from.y());
        return line.stream().allMatch(knot -> distance(from, to, knot) <= STRAIGHT * chord * chord);
    }

    /** From the line through two points, times their distance. */
    private static double distance(Knot from, Knot to, Knot knot) {
        return Math.abs(
                (to.x() - from.x()) * (knot.y() - from.y())
                        - (to.y() - from.y()) * (knot.x() - from.x()));
    }

    private record Range(double least, double most) {

        Range(List<List<Knot>> strokes, ToDoubleFunction<Knot> along) {
            var range =
                    strokes.stream().flatMap(List::stream).mapToDouble(along).summaryStatistics();
            this(range.getMin(), range.getMax());
        }

        double length() {
            return most - least;
        }
    }
}
